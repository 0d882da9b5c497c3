// Loading: once; everything after it is synchronous.

import { compile, once, type Open, type WasmSource } from "./module.js";
import { optionsOf } from "./options.js";

/** Options of `load`. */
export interface LoadOptions {
  /** The wasm, its address, or the answer of a server that holds it. By default the file beside the script. */
  wasm?: WasmSource | PromiseLike<WasmSource>;
}

/** A wasm: its glue, and the library over it. */
interface Library<Api> {
  init: (source: { module_or_path: WebAssembly.Module }) => Promise<unknown>;
  api: Api;
}

/** Makes `load` of a package entry: where its wasm lies, and how to open addresses that `fetch` does not. */
export function loader<Api>(
  { init, api }: Library<Api>,
  beside: () => WasmSource | PromiseLike<WasmSource>,
  open: Open = (address) => address,
): (options?: LoadOptions) => Promise<Api> {
  const load = once(async (options: LoadOptions | undefined) => {
    const { wasm } = optionsOf(options);
    await init({ module_or_path: await compile(wasm ?? beside(), open) });
    return api;
  });
  return (options) => load(options);
}
