// The library as JavaScript holds it: plain objects in and out. All judgement is in the wasm; here it is converted and named.

import { ObmenError } from "./error.js";
import { kindOf, written, type Obstacle } from "./json.js";
import { badOption, optionsOf } from "./options.js";
import { schema, type PracticeOptions, type PracticeSchema, type PracticeSchemaWithJson } from "./standard.js";
import type { LocalisedText, Practice, RuleCode } from "./types.js";
import type * as records from "./wasm.js";
import type * as pages from "./pages_wasm.js";

/**
 * Why what was given holds no record to judge.
 *
 * | code | what was given |
 * |---|---|
 * | `record-input` | to `read` or `readPage`: neither text nor bytes |
 * | `record-value` | an object that holds what JSON has no form for: a BigInt, a `NaN`, a `Map`, a `Promise`, a function |
 * | `record-cycle` | an object that holds itself |
 * | `record-throws` | an object with a getter or a `toJSON` that throws; what it threw is the `cause` |
 */
export type RecordErrorCode = "record-input" | "record-value" | "record-cycle" | "record-throws";

/** What was given as a record is none: a fault of the program, not of the record. Its words are in the language asked for. */
export class RecordError extends ObmenError {
  override name = "RecordError";
  declare readonly code: RecordErrorCode;
  /** The place in the record (RFC 6901). */
  readonly pointer: string;
  /** What is wrong there. */
  readonly reason: string;
  /** How to mend it. */
  readonly help: string;
  constructor(code: RecordErrorCode, pointer: string, reason: string, help: string, options?: ErrorOptions) {
    super(code, `${pointer === "" ? "" : `${pointer}: `}${reason}; ${help}`, options);
    this.pointer = pointer;
    this.reason = reason;
    this.help = help;
  }
}

/** How much a finding weighs: an `error` blocks publishing. */
export type Severity = "error" | "warning" | "hint";

/** The languages of messages. */
type Language = "en" | "bg";

/** What a check is told. */
export interface Options {
  /** The day of the check, as `2026-11-24` or a `Date` (its day here). By default today; `null` turns rules about the future off. */
  today?: string | Date | null;
  /** The language of messages. By default `en`. */
  lang?: Language;
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
   *
   * @throws {RecordError} for what is neither text nor bytes.
   */
  read(input: string | BufferSource, options?: Options): Reading;
  /**
   * Checks an object as `JSON.stringify` writes it. There are no positions, since there is no text.
   *
   * @throws {RecordError} for what JSON cannot say, such as a cycle, a BigInt, a `Map`: it says where.
   */
  check(record: unknown, options?: Options): Reading;
  /**
   * Returns the canonical JSON text of a record given as text, bytes or an object; nothing when it is none.
   *
   * @throws {RecordError} for an object that JSON cannot say, here and in `mend`.
   */
  write(record: unknown, options?: Options): string | undefined;
  /** Returns the record after its certain fixes, or after the suggested ones too; nothing when it is none. */
  mend(record: unknown, options?: Options & { suggested?: boolean }): Mended | undefined;
  /** Returns the best text of a language map for a reader of these languages, and its language; nothing when it has no text. */
  text(map: LocalisedText | string | null | undefined, ...languages: string[]): BestText | undefined;
  /** Returns a Standard Schema of the record, for libraries of forms and of APIs: its issues are the errors found. */
  practice(options: PracticeOptions & { jsonSchema: object }): PracticeSchemaWithJson;
  practice(options?: PracticeOptions): PracticeSchema;
}

/** The library with the reader of pages. */
export interface ObmenWithPages extends Obmen {
  /**
   * Reads the printed page of an exchange (`document.body.innerText`, a text file in UTF-8) and checks the record; every
   * value with its evidence.
   *
   * @throws {ObmenError} with the code `html` for HTML, which only the Rust and Python packages read.
   */
  readPage(page: string | BufferSource, options?: Options): PageReading;
}

interface Setting {
  context: string;
  language: string;
}

type Named = { [name: string]: unknown };

/** The names of options that JavaScript and the wasm write in two ways, each by the other. */
const OTHER_NAMES = new Map([
  ["defaultLanguage", "default_language"],
  ["rulesAsOf", "rules_as_of"],
  ["default_language", "defaultLanguage"],
  ["rules_as_of", "rulesAsOf"],
]);
const otherName = (name: string): string => OTHER_NAMES.get(name) ?? name;

function day(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function settingOf(given: Options | undefined): Setting {
  const { lang = "en", today = new Date(), ...rest } = optionsOf(given);
  // `false` is no value of any option, as `null` and what JSON cannot say are none: the wasm says what is one.
  const told: [string, unknown][] = Object.entries(rest).map(([name, value]) => [otherName(name), value === null ? false : value]);
  told.push(["today", kindOf(today) === "Date" ? day(today as Date) : today]);
  return { context: written(Object.fromEntries(told), () => "false"), language: typeof lang === "string" ? lang : "" };
}

/** What a program can do wrong with a record, in the languages of messages. */
const WORDS = {
  en: {
    input: ["text or bytes are read, and this is neither: {kind}", "give a string, an ArrayBuffer or a view of one; objects are for `check`"],
    value: ["JSON cannot say this: {kind}", "make it a text, a number, a boolean, an array or a plain object"],
    cycle: ["this object holds itself", "leave out the reference back"],
    throws: ["reading this throws: {cause}", "mend its getter or its `toJSON`"],
  },
  bg: {
    input: ["четат се текст или байтове, а това не е нито едното: {kind}", "дайте низ, ArrayBuffer или изглед към него; за обекти има `check`"],
    value: ["JSON не може да изрази това: {kind}", "направете го текст, число, булева стойност, масив или обикновен обект"],
    cycle: ["този обект съдържа сам себе си", "пропуснете обратната препратка"],
    throws: ["четенето на това хвърля грешка: {cause}", "поправете неговия getter или `toJSON`"],
  },
} as const;

function recordError(lang: string, path: (string | number)[], obstacle: Obstacle | { what: "input"; kind: string }): RecordError {
  const [reason, help] = WORDS[lang as Language][obstacle.what];
  const pointer = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const kind = "kind" in obstacle ? obstacle.kind : "";
  const cause = "cause" in obstacle ? { cause: obstacle.cause } : undefined;
  // What was thrown may be anything, and throw when it is looked at.
  const thrown = cause?.cause instanceof Error ? cause.cause.message : kindOf(cause?.cause);
  return new RecordError(`record-${obstacle.what}`, pointer, reason.replace("{kind}", () => kind).replace("{cause}", () => thrown), help, cause);
}

function bytesOf(input: BufferSource, lang: string): Uint8Array {
  if (input instanceof Uint8Array) return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (kindOf(input) === "ArrayBuffer") return new Uint8Array(input);
  throw recordError(lang, [], { what: "input", kind: kindOf(input) });
}

const encoder = new TextEncoder();

/** The JSON text of an object; `null` for what JSON cannot say, as in an array. */
const textOf = (record: unknown, lang: string): string =>
  written(record, (path, obstacle) => {
    throw recordError(lang, path, obstacle);
  });

/** The bytes of a record that is given as text, bytes or an object. */
function recordBytes(record: unknown, lang: string): Uint8Array {
  if (typeof record === "string") return encoder.encode(record);
  if (kindOf(record) === "ArrayBuffer" || ArrayBuffer.isView(record)) return bytesOf(record as BufferSource, lang);
  return encoder.encode(textOf(record, lang));
}

const reportOf = (text: string | undefined): Report =>
  text === undefined ? { errors: 0, warnings: 0, hints: 0, diagnostics: [] } : (JSON.parse(text) as Report);

/** The wasm, behind its glue. @internal */
export type Glue = Omit<typeof records, "default"> | Omit<typeof pages, "default">;

/** The library over a wasm; every wasm has its own. @internal */
export function bind(wasm: Omit<typeof pages, "default">): ObmenWithPages;
/** @internal */
export function bind(wasm: Glue): Obmen;
export function bind(wasm: Glue): Obmen {
  /** The options of the last call, as the wasm holds them. */
  let context = "";
  let language = "";

  function set(setting: Setting, given?: Options): void {
    if (setting.context === context && setting.language === language) return;
    const wrong = wasm.configure(setting.context, setting.language);
    if (wrong !== undefined) {
      const must = wrong.replace(/`(\w+)`/g, (_, name: string) => `\`${otherName(name)}\``);
      const name = /^option `(.+?)` must/.exec(must)?.[1] ?? "";
      const options: Named = { ...given };
      throw badOption(must, name in options ? options[name] : (options.severities as Named)[name.replace("severities/", "")]);
    }
    ({ context, language } = setting);
  }

  function use(options: Options | undefined): Setting {
    const setting = settingOf(options);
    set(setting, options);
    return setting;
  }

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

  const api: Obmen = {
    read(input, options) {
      const setting = use(options);
      if (typeof input === "string") return reading(wasm.readText(input), input, setting);
      const bytes = bytesOf(input, setting.language);
      // The caller may write over the bytes before the practice is looked at.
      return reading(wasm.read(bytes), bytes.slice(), setting);
    },
    check(record, options) {
      const setting = use(options);
      const text = textOf(record, setting.language);
      return reading(wasm.check(text), text, setting);
    },
    write(record, options) {
      const setting = use(options);
      return wasm.write(recordBytes(record, setting.language));
    },
    mend(record, options) {
      const { suggested = false, ...rest } = optionsOf(options);
      if (typeof suggested !== "boolean") throw badOption("option `suggested` must be `true` or `false`", suggested);
      const setting = use(rest);
      const mended = wasm.mend(recordBytes(record, setting.language), suggested);
      if (mended === undefined) return undefined;
      const { written: text, report, applied } = JSON.parse(mended);
      return { practice: JSON.parse(text), written: text, report, applied };
    },
    text(map, ...languages) {
      if (map == null) return undefined;
      const best = wasm.best(textOf(map, "en"), JSON.stringify(languages.filter((tag) => typeof tag === "string")));
      return best === undefined ? undefined : JSON.parse(best);
    },
    practice: ((options?: PracticeOptions) => {
      const { jsonSchema, ...rest } = optionsOf(options);
      if (jsonSchema !== undefined && kindOf(jsonSchema) !== "Object") {
        throw badOption("option `jsonSchema` must be what `obmen/schema.json` holds", jsonSchema);
      }
      // Now, not when the first value comes.
      use(rest);
      return schema(api, rest, jsonSchema);
    }) as Obmen["practice"],
  };

  if (!("readPage" in wasm)) return api;
  const withPages: ObmenWithPages = {
    ...api,
    readPage(page, options) {
      const setting = use(options);
      const bytes = typeof page === "string" ? encoder.encode(page) : bytesOf(page, setting.language);
      if (/^\s*<(?:[!?]|[a-z][a-z0-9]*[\s/>])/i.test(String.fromCharCode(...bytes.subarray(0, 200)).replace("\xef\xbb\xbf", ""))) {
        throw new ObmenError("html", "this is HTML: give the printed text of the page, such as `document.body.innerText`");
      }
      const { written: text, ...read } = JSON.parse(wasm.readPage(bytes));
      if (text === null) return { ok: false, ...read };
      return { ok: read.report.errors === 0, practice: JSON.parse(text), written: text, ...read };
    },
  };
  return withPages;
}
