export { ObmenError } from "./error.js";
export type { LoadOptions } from "./load.js";
export { LoadError, type LoadErrorCode, type WasmSource } from "./module.js";
export { OptionError } from "./options.js";
export {
  type Action,
  type Admission,
  type AdmissionOptions,
  type Class,
  type Counted,
  type Decision,
  type Duplicate,
  type Entry,
  type IdentityKind,
  type Keys,
  type Known,
  type Nominations,
  type Now,
  type Policy,
  type Provisional,
  type Reason,
  type Refused,
  type VoteRequest,
} from "./admission.js";
export { RefusedError, type Arguments, type Lang, type Refusal } from "./refused.js";
