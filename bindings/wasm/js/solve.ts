// Solving a challenge: read, searched for in a Worker or in slices, answered.

import { ObmenError } from "./error.js";
import { compile, LoadError, once, type Open, type WasmSource } from "./module.js";
import { begin, slices, type Algorithm, type Found, type News, type Order } from "./search.js";
import { hex } from "./sha256.js";

/** What a challenge asks for. */
export interface ChallengeParameters {
  algorithm: Algorithm;
  /** 1 to 128 bytes in hexadecimal. */
  nonce: string;
  /** 1 to 128 bytes in hexadecimal. */
  salt: string;
  /** How often the hash is computed for one key, 1 to 1,000,000. */
  cost: number;
  /** How many bytes a key has, 1 to 32. */
  keyLength: number;
  /** How the key must begin: 1 to twice `keyLength` digits of small hexadecimal. */
  keyPrefix: string;
  /** When it ends, in seconds of Unix time. Its server judges that, since the clock here may be wrong. */
  expiresAt?: number | null;
  /** What it is for. */
  data?: { [name: string]: string | number | boolean | null } | null;
}

/** A challenge of the protocol ALTCHA, version 2. */
export interface Challenge {
  parameters: ChallengeParameters;
  signature: string;
}

/**
 * Why there is no answer.
 *
 * | code | what happened |
 * |---|---|
 * | `challenge-json` | the challenge is no JSON, often a page of HTML in its place |
 * | `challenge-field` | a field is absent or holds what is not accepted; `field` says which |
 * | `challenge-algorithm` | keys are to be derived in a way that obmen does not know |
 * | `challenge-unsolvable` | all 4,294,967,296 counters were tried, and none fits |
 */
export type ChallengeErrorCode = "challenge-json" | "challenge-field" | "challenge-algorithm" | "challenge-unsolvable";

/** A challenge that cannot be solved. */
export class ChallengeError extends ObmenError {
  override name = "ChallengeError";
  declare readonly code: ChallengeErrorCode;
  /** The field at fault, such as `parameters.cost`. */
  readonly field: string | undefined;
  constructor(code: ChallengeErrorCode, message: string, field?: string, options?: ErrorOptions) {
    super(code, message, options);
    this.field = field;
  }
}

/** There is no Worker, or it was refused; its code is `worker`. */
export class WorkerError extends ObmenError {
  override name = "WorkerError";
  declare readonly code: "worker";
}

/** How far the work is. */
export interface Progress {
  /** How many counters were tried. */
  tried: number;
  /** How many it takes on average: `tried` may well become three times as much. */
  expected: number;
}

/** Options of `solve`. */
export interface SolveOptions {
  /** Ends the work: the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Told after each slice of about 16 ms. */
  progress?: (progress: Progress) => void;
  /**
   * Where the work is done: in a Worker where there is one (`true`, the default), in a Worker of this address, or on
   * this thread in slices (`false`), a slice being one key at least.
   */
  worker?: boolean | URL;
  /** The wasm, its address, or the answer of a server that holds it. By default the file beside the script. The first call decides. */
  wasm?: WasmSource | PromiseLike<WasmSource>;
  /**
   * Told why the Worker or the wasm was refused, and what to change. The work goes on without, slower; an error thrown
   * here ends it. By default the console is warned.
   */
  refused?: (error: WorkerError | LoadError) => void;
}

/** Fields by their names: what is accepted, in words, and whether a value is. */
type Accepted = readonly [field: string, what: string, accepts: (value: unknown, parameters: ChallengeParameters) => boolean];

const ALGORITHMS: readonly unknown[] = ["PBKDF2/SHA-256", "SHA-256"] satisfies Algorithm[];

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, most: number): boolean => Number.isInteger(value) && 1 <= Number(value) && Number(value) <= most;
const isText = (value: unknown, form: RegExp): value is string => typeof value === "string" && form.test(value);
const isBytes = (value: unknown): boolean => isText(value, /^(?:[\da-f]{2}){1,128}$/i);

const PARAMETERS: readonly Accepted[] = [
  ["nonce", "1 to 128 bytes in hexadecimal", isBytes],
  ["salt", "1 to 128 bytes in hexadecimal", isBytes],
  ["cost", "a whole number from 1 to 1000000", (value) => isWhole(value, 1_000_000)],
  ["keyLength", "a whole number from 1 to 32", (value) => isWhole(value, 32)],
  [
    "keyPrefix",
    "digits of small hexadecimal, one or more, and no more than the key has",
    (value, { keyLength }) => isText(value, /^[\da-f]+$/) && value.length <= 2 * keyLength,
  ],
  ["expiresAt", "absent, or seconds of Unix time", (value) => isAbsent(value) || (Number.isFinite(value) && Number(value) > 0)],
  ["data", "absent, or an object", (value) => isAbsent(value) || isObject(value)],
];

const unaccepted = (field: string, what: string, value: unknown): ChallengeError =>
  new ChallengeError(
    "challenge-field",
    `\`${field}\` of the challenge must be ${what}; it is ${value === undefined ? "absent" : `\`${JSON.stringify(value).slice(0, 80)}\``}`,
    field,
  );

/** Reads a challenge: its text, which the answer holds as it is, and what it asks for. */
function read(challenge: Challenge | string): { text: string; parameters: ChallengeParameters } {
  let text: string;
  let value: Partial<Challenge>;
  try {
    text = typeof challenge === "string" ? challenge : JSON.stringify(challenge);
    value = JSON.parse(text);
  } catch (cause) {
    throw new ChallengeError("challenge-json", "the challenge is no JSON", undefined, { cause });
  }
  if (!isObject(value)) throw new ChallengeError("challenge-json", "the challenge is no object of JSON");
  const { parameters, signature } = value;
  if (!isObject(parameters)) throw unaccepted("parameters", "an object", parameters);
  const known = parameters as ChallengeParameters;
  const { algorithm } = known;
  if (!ALGORITHMS.includes(algorithm)) {
    if (typeof algorithm !== "string") throw unaccepted("parameters.algorithm", "a text", algorithm);
    throw new ChallengeError(
      "challenge-algorithm",
      `the algorithm \`${algorithm}\` is not known; there are ${ALGORITHMS.map((name) => `\`${name}\``).join(" and ")}`,
      "parameters.algorithm",
    );
  }
  for (const [field, what, accepts] of PARAMETERS) {
    const held = known[field as keyof ChallengeParameters];
    if (!accepts(held, known)) throw unaccepted(`parameters.${field}`, what, held);
  }
  if (!isText(signature, /^[\da-f]+$/i)) throw unaccepted("signature", "hexadecimal", signature);
  return { text, parameters: known };
}

const unhex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));

/** Settles as `work` does, or is rejected as soon as the signal says so. */
function abortable<T>(signal: AbortSignal | undefined, work: Promise<T>, stop?: () => void): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      stop?.();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
    if (signal.aborted) abort();
  });
}

/** Searches in a Worker until it tells what it found. */
async function apart(worker: Worker, order: Order, tell: (tried: number) => void): Promise<Found | undefined> {
  return new Promise((resolve, reject) => {
    const refuse = (cause?: unknown): void =>
      reject(
        new WorkerError(
          "worker",
          "the Worker did not start: its file must be served as JavaScript, from the page's own origin, and the header " +
            "`Content-Security-Policy` must allow it in `worker-src`",
          { cause },
        ),
      );
    worker.onerror = (event) => {
      event.preventDefault();
      refuse(event.message);
    };
    worker.onmessageerror = () => refuse();
    worker.onmessage = ({ data }: MessageEvent<News>) => {
      if ("failed" in data) return refuse(data.failed);
      if ("found" in data) return resolve(data.found);
      try {
        tell(data.tried);
      } catch (error) {
        reject(error);
      }
    };
    worker.postMessage(order);
  });
}

/** Searches on this thread, and lets it breathe after every slice. */
async function here(order: Order, tell: (tried: number) => void, breathe: () => Promise<void>): Promise<Found | undefined> {
  const search = slices(await begin(order));
  try {
    for (;;) {
      const slice = search.next();
      if (slice.done) return slice.value;
      tell(slice.value);
      await breathe();
    }
  } finally {
    search.return(undefined);
  }
}

const warn = (error: WorkerError | LoadError): void => console.warn(`obmen/solver: ${error.message}`, error);

/** Solves a challenge. */
export type Solve = (challenge: Challenge | string, options?: SolveOptions) => Promise<string>;

/** What an entry of the package knows of where it runs. */
export interface Place {
  /** Where the wasm lies. */
  beside(): WasmSource | PromiseLike<WasmSource>;
  /** How to open addresses that `fetch` does not. */
  open: Open;
  /** Starts the Worker, of this address or the one beside the script. */
  spawn(address?: URL): Worker;
  /** Lets all else on this thread take its turn. */
  breathe(): Promise<void>;
}

/** Makes `solve` of a package entry. */
export function solver({ beside, open, spawn, breathe }: Place): Solve {
  const load = once(async (wasm: WasmSource | PromiseLike<WasmSource>) => {
    const module = await compile(wasm, open);
    if (WebAssembly.Module.exports(module).every(({ name }) => name !== "solver_begin")) {
      throw new LoadError("wasm-content", "`wasm` is not the one of obmen/solver");
    }
    return module;
  });

  return async (challenge, { signal, progress, worker, wasm, refused = warn } = {}) => {
    signal?.throwIfAborted();
    const { text, parameters } = read(challenge);
    const { algorithm, cost, keyLength, keyPrefix: prefix } = parameters;
    const start = performance.now();
    const tell = (tried: number): void => {
      signal?.throwIfAborted();
      progress?.({ tried, expected: 16 ** prefix.length });
    };
    /** What comes of the work, or nothing where it was refused. */
    const unless = async <T>(work: Promise<T>): Promise<T | undefined> => {
      try {
        return await work;
      } catch (error) {
        if (!(error instanceof LoadError || error instanceof WorkerError)) throw error;
        refused(error);
        return undefined;
      }
    };

    const module = await unless(abortable(signal, load(wasm ?? beside())));
    const order: Order = { job: { algorithm, cost, nonce: unhex(parameters.nonce), salt: unhex(parameters.salt), prefix }, module };
    const inWorker = async (): Promise<{ found: Found | undefined }> => {
      const started = spawn(worker instanceof URL ? worker : undefined);
      const stop = (): void => started.terminate();
      try {
        return { found: await abortable(signal, apart(started, order, tell), stop) };
      } finally {
        stop();
      }
    };
    const wanted = worker ?? typeof Worker !== "undefined";
    const { found } = (wanted ? await unless(inWorker()) : undefined) ?? { found: await here(order, tell, breathe) };
    if (found === undefined) throw new ChallengeError("challenge-unsolvable", "no counter of four bytes has a key that begins as the challenge asks");

    const derivedKey = hex(found.key.subarray(0, keyLength));
    const solution = { counter: found.counter, derivedKey, time: Math.round(performance.now() - start) };
    const answer = new TextEncoder().encode(`{"challenge":${text},"solution":${JSON.stringify(solution)}}`);
    return btoa(Array.from(answer, (byte) => String.fromCharCode(byte)).join(""));
  };
}
