// The entry for Node, whose `fetch` opens no files: with a build of the wasm that is fast rather than small.

import { readFile } from "node:fs/promises";

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
 * @throws {LoadError} when the wasm cannot be loaded.
 */
export const load = loader(
  records,
  () => readFile(new URL("./wasm_node.wasm", import.meta.url)),
  (address) => (address.protocol === "file:" ? readFile(address) : address),
);
