// Votes at work, for other servers and pages: the wasm is fetched from beside this script.

import { api } from "./admission.js";
import { loader } from "./load.js";
import init from "./nominations-wasm.js";

export * from "./nominations-exports.js";

/**
 * Loads what takes votes: once, whatever is given later; everything after it is synchronous.
 *
 * ```js
 * const { Admission, Keys } = await load();
 * const keys = Keys.generate("2026-spring", "1"); // once; keep `keys.text()` where only the site can read it
 * const admission = new Admission({ site: "obmen.example.bg", policy, keys, open: ["flgr:20070736"] });
 * ```
 *
 * @throws {LoadError} when the wasm cannot be loaded.
 */
export const load = loader({ init, api }, () => new URL("./nominations_bg.wasm", import.meta.url));
