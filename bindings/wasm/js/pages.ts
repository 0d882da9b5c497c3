// The entry `obmen/pages` for pages, bundlers and workers: all that `obmen` has, and the reader of pages, in a wasm of its own.

import { loader } from "./load.js";
import { withPages } from "./with_pages.js";

export * from "./exports.js";

/**
 * Loads obmen with `readPage`: once, whatever is given later; everything after it is synchronous.
 *
 * ```js
 * const obmen = await load();
 * const { practice, evidence } = obmen.readPage(document.body.innerText);
 * ```
 *
 * @throws {LoadError} when the wasm cannot be loaded; it says why, and which header is missing.
 */
export const load = loader(withPages, () => new URL("./pages_bg.wasm", import.meta.url));
