export { ObmenError } from "./error.js";
export type { LoadOptions } from "./load.js";
export { LoadError, type LoadErrorCode, type WasmSource } from "./module.js";
export { RecordError, type RecordErrorCode } from "./obmen.js";
export { OptionError } from "./options.js";
export type {
  BestText,
  Diagnostic,
  Evidence,
  Fix,
  Mended,
  Obmen,
  ObmenWithPages,
  Operation,
  Options,
  PageReading,
  Position,
  Reading,
  Report,
  Severity,
  SoundReading,
  UnsoundReading,
} from "./obmen.js";
export type { Issue, PracticeOptions, PracticeSchema, PracticeSchemaWithJson } from "./standard.js";
export type * from "./types.js";
