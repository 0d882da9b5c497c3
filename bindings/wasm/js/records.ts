// The library over the wasm that knows records alone.

import { bind } from "./obmen.js";
import init, * as wasm from "./wasm.js";

/** @internal */
export const records = { init, api: bind(wasm) };
