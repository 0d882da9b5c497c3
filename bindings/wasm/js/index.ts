// The entry for pages, bundlers and workers: the wasm is fetched from beside this script.

import { loader } from "./load.js";
import { records } from "./records.js";

export * from "./exports.js";

/**
 * Loads obmen: once, whatever is given later; everything after it is synchronous.
 *
 * ```js
 * const obmen = await load();
 * const { ok, practice, report } = obmen.read('{"id": "first"}');
 * ```
 *
 * @throws {LoadError} when the wasm cannot be loaded; it says why, and which header is missing.
 */
export const load = loader(records, () => new URL("./wasm_bg.wasm", import.meta.url));
