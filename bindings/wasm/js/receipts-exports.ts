export { ObmenError } from "./error.js";
export type { LoadOptions } from "./load.js";
export { LoadError, type LoadErrorCode, type WasmSource } from "./module.js";
export { OptionError } from "./options.js";
export { RefusedError, type Arguments, type Lang, type Refusal } from "./refused.js";
export type { Checkpoint, Cosigner, Covered, Key, Place, Receipts, TrustPolicy } from "./verify.js";
