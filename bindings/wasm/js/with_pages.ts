// The library over the wasm that reads pages too.

import { bind } from "./obmen.js";
import init, * as wasm from "./pages_wasm.js";

/** @internal */
export const withPages = { init, api: bind(wasm) };
