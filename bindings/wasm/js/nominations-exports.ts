export { ObmenError } from "./error.js";
export type { LoadOptions } from "./load.js";
export { LoadError, type LoadErrorCode, type WasmSource } from "./module.js";
export { OptionError } from "./options.js";
export {
  RefusedError,
  type Action,
  type Admission,
  type AdmissionOptions,
  type Arguments,
  type Class,
  type Counted,
  type Decision,
  type Duplicate,
  type Entry,
  type IdentityKind,
  type Keys,
  type Known,
  type Lang,
  type Nominations,
  type Now,
  type Policy,
  type Provisional,
  type Reason,
  type Refusal,
  type Refused,
  type VoteRequest,
} from "./admission.js";
