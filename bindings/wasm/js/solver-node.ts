// The solver for Node, whose `fetch` opens no files, and which has no Worker of the web.

import { readFile } from "node:fs/promises";

import { solver, WorkerError } from "./solve.js";

export * from "./solver-exports.js";

/**
 * Solves a challenge (ALTCHA v2), given as it came from the server, parsed or as text; returns the text to send back:
 * base64 of the JSON `{challenge, solution: {counter, derivedKey, time}}`, the challenge being exactly the one given.
 *
 * The work goes on in slices on this thread: Node has no Worker of the web.
 *
 * ```js
 * const challenge = await (await fetch("https://exchange.example/challenge")).text();
 * const answer = await solve(challenge, { signal: AbortSignal.timeout(60_000) });
 * ```
 *
 * @throws {ChallengeError} when the challenge cannot be read; it says which field is at fault, and what is accepted.
 */
export const solve = solver({
  beside: () => readFile(new URL("./solver_bg.wasm", import.meta.url)),
  open: (address) => (address.protocol === "file:" ? readFile(address) : address),
  spawn: () => {
    throw new WorkerError("worker", "Node has no Worker of the web");
  },
  breathe: () => new Promise((next) => setImmediate(next)),
});
