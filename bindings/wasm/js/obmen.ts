// The library as JavaScript holds it: plain objects in and out. All judgement is in the wasm; here it is converted and named.

import { ObmenError } from "./error.js";
import * as wasm from "./wasm.js";
import { schema, type PracticeOptions, type PracticeSchema, type PracticeSchemaWithJson } from "./standard.js";
import type { LocalisedText, Practice, RuleCode } from "./types.js";

/** An option that cannot be followed; its code is `option`. */
export class OptionError extends ObmenError {
  override name = "OptionError";
}

/** How much a finding weighs: an `error` blocks publishing. */
export type Severity = "error" | "warning" | "hint";

/** What a check is told. */
export interface Options {
  /** The day of the check, as `2026-11-24` or a `Date` (its day here). By default today; `null` turns rules about the future off. */
  today?: string | Date | null;
  /** The language of messages. By default `en`. */
  lang?: "en" | "bg";
  /** `publish`, the default, or `draft`: rules about what is absent are off. */
  profile?: "publish" | "draft";
  /** The language of bare strings in records that say none (BCP 47). */
  defaultLanguage?: string;
  /** The weight of codes, in place of their own. */
  severities?: { [code in RuleCode]?: Severity | "off" };
  /** The edition of the rules, from 1: errors of newer rules become warnings. */
  rulesAsOf?: number;
  /** The words that `themes` may hold, in place of obmen's; none at all lets any word pass. */
  themes?: readonly string[];
}

/** A place in the text that was read. */
export interface Position {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as strings of JavaScript are counted. */
  column: number;
}

/** A step of a JSON Patch (RFC 6902). */
export type Operation =
  | { op: "test" | "add" | "replace"; path: string; value: unknown }
  | { op: "remove"; path: string }
  | { op: "move" | "copy"; from: string; path: string };

/** A mend; its patch begins with a `test` of the old value. */
export interface Fix {
  title: string;
  /** `certain` where the meaning stays as it was; `suggested` where a person decides. */
  safety: "certain" | "suggested";
  patch: Operation[];
}

/** One finding. */
export interface Diagnostic {
  /** The rule that is broken; stable for ever. */
  code: RuleCode;
  severity: Severity;
  /** The place in the record (RFC 6901); of something absent, the place where it would stand. */
  pointer: string;
  /** What is wrong, in the language asked for. */
  message: string;
  /** What filled the message. */
  arguments: { [name: string]: string | number | string[] };
  /** How to mend it, in the language asked for. */
  help: string;
  /** Only where text was read. */
  position?: Position;
  fix?: Fix;
}

/** Everything found wrong with one record, in the order in which a record is written; at most 1,000 findings. */
export interface Report {
  errors: number;
  warnings: number;
  hints: number;
  diagnostics: Diagnostic[];
}

/** A record without errors. */
export interface SoundReading {
  ok: true;
  /**
   * The record in its canonical form. It is made of the text when it is first looked at, so that checking many
   * records costs no objects; until then the reading keeps the text.
   */
  readonly practice: Practice;
  /** Warnings and hints. */
  report: Report;
}

/** A record with errors, or none at all. */
export interface UnsoundReading {
  ok: false;
  /**
   * All that could be understood, made when it is first looked at; absent when the input holds no JSON object. What
   * does not fit stands in it as it was, whatever its type says.
   */
  readonly practice?: Practice | undefined;
  report: Report;
}

/** What reading and checking give. */
export type Reading = SoundReading | UnsoundReading;

/** Where a page says a value. */
export interface Evidence {
  /** The place of the value in the record (RFC 6901). */
  pointer: string;
  /** `stated` where the page says it; `inferred` where it follows by grammar or from a table. */
  grade: "stated" | "inferred";
  /** `text.slice(start, end)` is what the value rests on. */
  start: number;
  end: number;
}

/** What reading a page gives. */
export type PageReading = Reading & {
  /** For every value of the record what it rests on. */
  evidence: Evidence[];
  /** The canonical text of the record. */
  written?: string;
  /** The page as text, to which the evidence points. */
  text: string;
};

/** A mended record. */
export interface Mended {
  practice: Practice;
  /** Its canonical text, which keeps what objects of JavaScript cannot: a field that stands twice, the order of numbers as keys. */
  written: string;
  /** What is still wrong with it. */
  report: Report;
  /** How many fixes were applied. */
  applied: number;
}

/** A text and its language, since a fallback needs a `lang` of its own. */
export interface BestText {
  value: string;
  lang: string;
}

/** The library, once it is loaded; every function is synchronous. */
export interface Obmen {
  /**
   * Reads a record from JSON and checks it. It never fails on content: whatever the input holds, the report says what
   * is wrong, each finding with its line and column. Bytes are faster than a string.
   */
  read(input: string | BufferSource, options?: Options): Reading;
  /**
   * Checks an object as `JSON.stringify` writes it. There are no positions, since there is no text.
   *
   * @throws {TypeError} for what is no JSON: a cycle, a BigInt.
   */
  check(record: unknown, options?: Options): Reading;
  /**
   * Reads the printed page of an exchange (`document.body.innerText`, a text file in UTF-8) and checks the record; every
   * value with its evidence.
   *
   * @throws {ObmenError} with the code `html` for HTML, which only the Rust and Python packages read.
   */
  readPage(page: string | BufferSource, options?: Options): PageReading;
  /** Returns the canonical JSON text of a record given as text, bytes or an object; nothing when it is none. */
  write(record: unknown, options?: Options): string | undefined;
  /** Returns the record after its certain fixes, or after the suggested ones too; nothing when it is none. */
  mend(record: unknown, options?: Options & { suggested?: boolean }): Mended | undefined;
  /** Returns the best text of a language map for a reader of these languages, and its language; nothing when it has no text. */
  text(map: LocalisedText | string | null | undefined, ...languages: string[]): BestText | undefined;
  /** Returns a Standard Schema of the record, for libraries of forms and of APIs: its issues are the errors found. */
  practice(options: PracticeOptions & { jsonSchema: object }): PracticeSchemaWithJson;
  practice(options?: PracticeOptions): PracticeSchema;
}

/** The options of the last call, as the wasm holds them. */
let context = "";
let language = "";

interface Setting {
  context: string;
  language: string;
}

/** JavaScript's names of options, by obmen's. */
const NAMES: { [name: string]: string } = { default_language: "defaultLanguage", rules_as_of: "rulesAsOf" };

function day(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function settingOf(options: Options): Setting {
  const { lang = "en", today = new Date(), defaultLanguage, rulesAsOf, ...rest } = options;
  const told = {
    ...rest,
    today: today instanceof Date ? day(today) : today,
    default_language: defaultLanguage,
    rules_as_of: rulesAsOf,
  };
  return { context: JSON.stringify(told), language: lang };
}

function set(setting: Setting): void {
  if (setting.context === context && setting.language === language) return;
  const wrong = wasm.configure(setting.context, setting.language);
  if (wrong !== undefined) {
    throw new OptionError("option", wrong.replace(/`(default_language|rules_as_of)`/g, (_, name: string) => `\`${NAMES[name]}\``));
  }
  ({ context, language } = setting);
}

function use(options: Options = {}): Setting {
  const setting = settingOf(options);
  set(setting);
  return setting;
}

function bytesOf(input: BufferSource): Uint8Array {
  if (input instanceof Uint8Array) return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  throw new TypeError("the input must be a string, an ArrayBuffer or a view of one; for objects there is `check`");
}

const encoder = new TextEncoder();

/** The JSON text of an object; `null` for what JSON cannot say, as in an array. */
const textOf = (record: unknown): string => JSON.stringify(record) ?? "null";

/** The bytes of a record that is given as text, bytes or an object. */
function recordBytes(record: unknown): Uint8Array {
  if (typeof record === "string") return encoder.encode(record);
  if (record instanceof ArrayBuffer || ArrayBuffer.isView(record)) return bytesOf(record as BufferSource);
  return encoder.encode(textOf(record));
}

const reportOf = (text: string | undefined): Report =>
  text === undefined ? { errors: 0, warnings: 0, hints: 0, diagnostics: [] } : (JSON.parse(text) as Report);

function reading(found: string | undefined, source: string | Uint8Array, setting: Setting): Reading {
  const report = reportOf(found);
  let text: string | Uint8Array | undefined = source;
  let made: Practice | undefined;
  return {
    ok: report.errors === 0,
    get practice() {
      if (text !== undefined) {
        set(setting);
        const written = wasm.write(typeof text === "string" ? encoder.encode(text) : text);
        made = written === undefined ? undefined : (JSON.parse(written) as Practice);
        text = undefined;
      }
      return made;
    },
    report,
  } as Reading;
}

export const api: Obmen = {
  read(input, options) {
    const setting = use(options);
    if (typeof input === "string") return reading(wasm.readText(input), input, setting);
    const bytes = bytesOf(input);
    // The caller may write over the bytes before the practice is looked at.
    return reading(wasm.read(bytes), bytes.slice(), setting);
  },
  check(record, options) {
    const text = textOf(record);
    const setting = use(options);
    return reading(wasm.check(text), text, setting);
  },
  readPage(page, options) {
    use(options);
    const bytes = typeof page === "string" ? encoder.encode(page) : bytesOf(page);
    if (/^\s*<(?:[!?]|[a-z][a-z0-9]*[\s/>])/i.test(String.fromCharCode(...bytes.subarray(0, 200)).replace("\xef\xbb\xbf", ""))) {
      throw new ObmenError("html", "this is HTML: give the printed text of the page, such as `document.body.innerText`");
    }
    const { written, ...read } = JSON.parse(wasm.readPage(bytes));
    if (written === null) return { ok: false, ...read };
    return { ok: read.report.errors === 0, practice: JSON.parse(written), written, ...read };
  },
  write(record, options) {
    use(options);
    return wasm.write(recordBytes(record));
  },
  mend(record, { suggested = false, ...options } = {}) {
    use(options);
    const mended = wasm.mend(recordBytes(record), suggested);
    if (mended === undefined) return undefined;
    const { written, report, applied } = JSON.parse(mended);
    return { practice: JSON.parse(written), written, report, applied };
  },
  text(map, ...languages) {
    if (map == null) return undefined;
    const best = wasm.best(JSON.stringify(map), JSON.stringify(languages));
    return best === undefined ? undefined : JSON.parse(best);
  },
  practice: ((options: PracticeOptions = {}) => schema(api, options)) as Obmen["practice"],
};
