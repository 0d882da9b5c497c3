// The entry `obmen/pages` for Node, which loads the one fast build.

import { readFile } from "node:fs/promises";

import { loader } from "./load.js";
import { withPages } from "./with_pages.js";

export * from "./exports.js";

/**
 * Loads obmen with `readPage`: once, whatever is given later; everything after it is synchronous.
 *
 * ```js
 * const obmen = await load();
 * const { practice, evidence } = obmen.readPage(await readFile("page.txt"));
 * ```
 *
 * @throws {LoadError} when the wasm cannot be loaded.
 */
export const load = loader(
  withPages,
  () => readFile(new URL("./wasm_node.wasm", import.meta.url)),
  (address) => (address.protocol === "file:" ? readFile(address) : address),
);
