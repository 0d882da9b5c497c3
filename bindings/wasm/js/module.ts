// The wasm, from wherever it may lie, and a clear word when a server or a policy stands in the way.

import { ObmenError } from "./error.js";
import { kindOf } from "./json.js";
import { badOption } from "./options.js";

/** Where the wasm comes from. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/**
 * Why the wasm could not be loaded.
 *
 * | code | what happened |
 * |---|---|
 * | `wasm-fetch` | no answer: offline, forbidden by `connect-src`, or of another origin without CORS |
 * | `wasm-status` | the server answered with an error, such as 403 or 404 |
 * | `wasm-content` | the answer is no WebAssembly, often a page of HTML in its place |
 * | `wasm-policy` | the page's policy forbids WebAssembly: `script-src` lacks `'wasm-unsafe-eval'` |
 * | `wasm-compile` | the engine cannot compile it: it is older than WebAssembly with SIMD and reference types (2021; Safari 2023), or has none (Lockdown Mode of Apple) |
 */
export type LoadErrorCode = "wasm-fetch" | "wasm-status" | "wasm-content" | "wasm-policy" | "wasm-compile";

/** The wasm could not be loaded; it may be tried again. */
export class LoadError extends ObmenError {
  override name = "LoadError";
  declare readonly code: LoadErrorCode;
}

const fail = (code: LoadErrorCode, message: string, cause?: unknown): LoadError =>
  new LoadError(code, message, cause === undefined ? undefined : { cause });

/** An empty module: only a policy refuses it. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

async function compiled(bytes: BufferSource, what: string): Promise<WebAssembly.Module> {
  const [a, b, c, d] = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) {
    throw fail("wasm-content", `${what} is no WebAssembly: it does not begin with \`\\0asm\``);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw await refused(cause);
  }
}

async function refused(cause: unknown): Promise<LoadError> {
  try {
    await WebAssembly.compile(EMPTY);
  } catch {
    return fail(
      "wasm-policy",
      "this page forbids WebAssembly: send the header `Content-Security-Policy` with `'wasm-unsafe-eval'` in its `script-src`",
      cause,
    );
  }
  return fail("wasm-compile", `the wasm cannot be compiled: ${String(cause)}`, cause);
}

async function fetched(address: URL | string): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw fail(
      "wasm-fetch",
      `\`${address}\` could not be fetched: the server must be reachable, the header \`Content-Security-Policy\` must allow ` +
        "it in `connect-src`, and another origin must send `Access-Control-Allow-Origin`",
      cause,
    );
  }
  return answered(response);
}

async function answered(response: Response): Promise<WebAssembly.Module> {
  const what = response.url === "" ? "the answer" : `\`${response.url}\``;
  if (!response.ok) {
    throw fail("wasm-status", `${what} was answered with ${response.status} ${response.statusText}`.trimEnd());
  }
  const type = response.headers.get("content-type") ?? "";
  if (/^application\/wasm$/i.test(type.trim()) && "compileStreaming" in WebAssembly) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (cause) {
      throw await refused(cause);
    }
  }
  // Streaming asks for the type `application/wasm`; many servers send another, and the bytes are the same.
  return compiled(await response.arrayBuffer(), `${what} (content-type \`${type}\`)`);
}

/** How to open addresses that `fetch` does not. */
export type Open = (address: URL) => WasmSource | PromiseLike<WasmSource>;

/** Compiles the wasm. */
export async function compile(wasm: WasmSource | PromiseLike<WasmSource>, open: Open): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") throw fail("wasm-compile", "this engine has no WebAssembly, or was told to do without");
  let source = await wasm;
  if (source instanceof URL) source = await open(source);
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return fetched(source);
  if (typeof Response !== "undefined" && source instanceof Response) return answered(source);
  if (kindOf(source) === "ArrayBuffer" || ArrayBuffer.isView(source)) return compiled(source as BufferSource, "`wasm`");
  throw badOption("option `wasm` must be a URL, a Response, bytes or a WebAssembly.Module", source);
}

/** Does it once, whatever is given later; what failed may be tried again. */
export function once<Given, Made>(make: (given: Given) => Promise<Made>): (given: Given) => Promise<Made> {
  let made: Promise<Made> | undefined;
  return (given) => {
    made ??= make(given).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
