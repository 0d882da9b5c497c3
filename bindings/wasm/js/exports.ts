export { LoadError, type LoadErrorCode, type LoadOptions, type WasmSource } from "./load.js";
export { ObmenError, OptionError, RecordError, type RecordErrorCode } from "./obmen.js";
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
