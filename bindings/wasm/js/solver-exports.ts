export { ObmenError } from "./error.js";
export { LoadError, type LoadErrorCode, type WasmSource } from "./module.js";
export { OptionError } from "./options.js";
export type { Algorithm } from "./search.js";
export {
  ChallengeError,
  WorkerError,
  type Challenge,
  type ChallengeErrorCode,
  type ChallengeParameters,
  type Progress,
  type SolveOptions,
} from "./solve.js";
