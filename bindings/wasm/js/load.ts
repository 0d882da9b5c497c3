// Loading: once; everything after it is synchronous.

import { compile, once, type Open, type WasmSource } from "./module.js";
import { api, type Obmen } from "./obmen.js";
import { optionsOf } from "./options.js";
import init from "./wasm.js";

/** Options of `load`. */
export interface LoadOptions {
  /** The wasm, its address, or the answer of a server that holds it. By default the file beside the script. */
  wasm?: WasmSource | PromiseLike<WasmSource>;
}

/** Makes `load` of a package entry: where its wasm lies, and how to open addresses that `fetch` does not. */
export function loader(
  beside: () => WasmSource | PromiseLike<WasmSource>,
  open: Open = (address) => address,
): (options?: LoadOptions) => Promise<Obmen> {
  const load = once(async (options: LoadOptions | undefined) => {
    const { wasm } = optionsOf(options);
    await init({ module_or_path: await compile(wasm ?? beside(), open) });
    return api;
  });
  return (options) => load(options);
}
