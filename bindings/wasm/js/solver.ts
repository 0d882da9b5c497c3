// The solver for pages and bundlers: its wasm and its Worker are fetched from beside this script.

import { solver, WorkerError } from "./solve.js";

export * from "./solver-exports.js";

interface Policy {
  createScriptURL(address: string): unknown;
}
interface Policies {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): Policy;
}
let policy: Policy | undefined;

/** A Worker whose address is trusted, where the page asks for that (`require-trusted-types-for 'script'`). */
function start(address: URL, options: WorkerOptions): globalThis.Worker {
  if (typeof globalThis.Worker === "undefined") throw new WorkerError("worker", "there is no Worker here");
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  try {
    policy ??= trustedTypes?.createPolicy("obmen", { createScriptURL: (trusted) => trusted });
    return new globalThis.Worker((policy?.createScriptURL(address.href) ?? address) as URL, options);
  } catch (cause) {
    throw new WorkerError(
      "worker",
      `the Worker \`${address}\` may not start: it must be of the page's own origin, and the header \`Content-Security-Policy\` must ` +
        "allow it in `worker-src`, and the policy `obmen` in `trusted-types` where that is set",
      { cause },
    );
  }
}

/** Bundlers know a Worker by the words `new Worker(new URL(…))`; so this must be its name. */
const Worker = start as unknown as new (address: URL, options: WorkerOptions) => globalThis.Worker;

/**
 * Solves a challenge (ALTCHA v2), given as it came from the server, parsed or as text; returns the text to send back:
 * base64 of the JSON `{challenge, solution: {counter, derivedKey, time}}`, the challenge being exactly the one given.
 *
 * The work goes on in a Worker, and does not stop the page; where Worker or WebAssembly are refused, on this thread in
 * slices, and in JavaScript. Whether the challenge is still good, and honest, its server judges.
 *
 * ```js
 * const challenge = await (await fetch("/challenge")).text();
 * const answer = await solve(challenge, { signal: AbortSignal.timeout(60_000) });
 * ```
 *
 * @throws {ChallengeError} when the challenge cannot be read; it says which field is at fault, and what is accepted.
 */
export const solve = solver({
  beside: () => new URL("./solver_bg.wasm", import.meta.url),
  open: (address) => address,
  spawn: (address) =>
    address === undefined
      ? new Worker(new URL("./solver-worker.js", import.meta.url), { type: "module" })
      : start(address, { type: "module" }),
  // Timers would wait 4 ms, and a second in a tab behind others.
  breathe: () =>
    new Promise((next) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        next();
      };
      port2.postMessage(undefined);
    }),
});
