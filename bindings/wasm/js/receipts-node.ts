// The proofs of votes in Node, whose `fetch` opens no files.

import { readFile } from "node:fs/promises";

import { loader } from "./load.js";
import init from "./receipts-wasm.js";
import { api } from "./verify.js";

export * from "./receipts-exports.js";

/**
 * Loads what verifies proofs and checkpoints: once, whatever is given later; everything after it is synchronous.
 *
 * ```js
 * const { verifyReceipt } = await load();
 * const { index, checkpoint } = verifyReceipt(proof, line, key); // the key as the log's owner publishes it
 * ```
 *
 * @throws {LoadError} when the wasm cannot be loaded.
 */
export const load = loader(
  { init, api },
  () => readFile(new URL("./receipts_bg.wasm", import.meta.url)),
  (address) => (address.protocol === "file:" ? readFile(address) : address),
);
