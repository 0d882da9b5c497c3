// The search for a counter, by wasm or by script, in slices; on the page's thread and in the Worker alike.

import { scripted } from "./sha256.js";
import init, { Solver } from "./solver-wasm.js";

/** How keys are derived. */
export type Algorithm = "PBKDF2/SHA-256" | "SHA-256";

/** What a challenge asks for. */
export interface Job {
  algorithm: Algorithm;
  cost: number;
  nonce: Uint8Array;
  salt: Uint8Array;
  prefix: string;
}

/** A search under way. */
export interface Search {
  /** Tries so many counters: the key of the last one where it fits, nothing so far, or no bytes where none fits. */
  step(tries: number): Uint8Array | undefined;
  tried(): number;
  free(): void;
}

/** The counter whose key fits. */
export interface Found {
  counter: number;
  key: Uint8Array;
}

/** What the Worker is told. */
export interface Order {
  job: Job;
  module: WebAssembly.Module | undefined;
}

/** What the Worker tells: how many counters it tried, at last what it found, or why it could not begin. */
export type News = { tried: number } | { found: Found | undefined } | { failed: string };

/** Begins a search, by script where there is no wasm. */
export async function begin({ job, module }: Order): Promise<Search> {
  if (module === undefined) return scripted(job);
  await init({ module_or_path: module });
  const { algorithm, cost, nonce, salt, prefix } = job;
  const search = Solver.begin(algorithm === "PBKDF2/SHA-256", cost, nonce, salt, prefix);
  if (search === undefined) throw new RangeError("a cost or a prefix that was not checked");
  return search;
}

/** How long a slice lasts, in milliseconds: as long as a frame. */
const SLICE = 16;

/** Searches slice by slice, saying after each how many counters were tried; nothing is found where no counter fits. */
export function* slices(search: Search): Generator<number, Found | undefined> {
  try {
    for (let tries = 1; ; ) {
      const start = performance.now();
      const key = search.step(tries);
      // A clock may be as coarse as 100 ms.
      const taken = Math.max(performance.now() - start, 1);
      yield search.tried();
      if (key !== undefined) return key.length > 0 ? { counter: search.tried() - 1, key } : undefined;
      tries = Math.max(1, Math.min(Math.round((tries * SLICE) / taken), 2 * tries));
      // The wasm derives four keys at once.
      if (tries > 4) tries -= tries % 4;
    }
  } finally {
    search.free();
  }
}
