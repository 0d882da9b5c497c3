// The record as a Standard Schema (https://standardschema.dev, version 1.1), for libraries that take any schema.

import { RecordError, type Obmen, type Options, type Reading, type RecordErrorCode } from "./obmen.js";
import { badOption, optionsOf } from "./options.js";
import type { LocalisedText, Practice, RuleCode } from "./types.js";

/** Options of `practice`. */
export interface PracticeOptions extends Options {
  /** What `obmen/schema.json` holds; with it the schema gives itself as JSON Schema too. */
  jsonSchema?: object;
}

/** One error of a record, as form and API libraries show it; one too is what keeps an object from being a record at all. */
export interface Issue {
  readonly message: string;
  /** The keys and indices that lead to the place. */
  readonly path: readonly (string | number)[];
  readonly code: RuleCode | RecordErrorCode;
  readonly help: string;
}

type Result = { readonly value: Practice; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** A record on its way in: a text may be a bare string. */
export type PracticeInput = Practice<LocalisedText | string>;

interface Props {
  readonly version: 1;
  readonly vendor: "obmen";
  readonly types?: { readonly input: PracticeInput; readonly output: Practice } | undefined;
  readonly validate: (value: unknown) => Result;
}

type Convert = (options: { readonly target: string }) => Schema;

interface Converter {
  /** What `validate` takes. */
  readonly input: Convert;
  /** What it gives back: every text with its language. */
  readonly output: Convert;
}

type Schema = Record<string, unknown>;

/** The record as a Standard Schema. */
export interface PracticeSchema {
  readonly "~standard": Props;
}

/** The record as a Standard Schema and a Standard JSON Schema, for `draft-2020-12`, `draft-07` and `openapi-3.0`. */
export interface PracticeSchemaWithJson {
  readonly "~standard": Props & { readonly jsonSchema: Converter };
}

/** The segments of a pointer (RFC 6901) in a value: an index is a number. */
function path(pointer: string, value: unknown): (string | number)[] {
  let at = { "": value } as unknown;
  let key: string | number = "";
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      // Only what stands around a place is looked at: the place itself may throw.
      at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[key] : undefined;
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      key = Array.isArray(at) && /^\d+$/.test(name) ? Number(name) : name;
      return key;
    });
}

const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema of records that were read: a text is no bare string any more. */
function output(schema: Schema): Schema {
  const definitions = schema.$defs;
  if (!isObject(definitions) || !isObject(definitions.text)) return schema;
  const { anyOf, title } = definitions.text;
  const [languages] = (anyOf as Schema[]).filter(({ type }) => type === "object");
  return { ...schema, $defs: { ...definitions, text: { title, ...languages } } };
}

/** Rewrites a schema of draft 2020-12 for another dialect, with the keywords that obmen's has. */
function dialect(root: Schema, target: string): Schema {
  if (target === "draft-2020-12") return JSON.parse(JSON.stringify(root)) as Schema;
  if (target !== "draft-07" && target !== "openapi-3.0") {
    throw badOption("option `target` must be `draft-2020-12`, `draft-07` or `openapi-3.0`", target);
  }
  const definitions = root.$defs as { [name: string]: Schema };
  const named = (schemas: object): Schema => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, any(schema)]));
  const any = (value: unknown): unknown => (Array.isArray(value) ? value.map(any) : isObject(value) ? rewrite(value) : value);
  const keyword = (key: string, value: unknown, alone: boolean): Schema => {
    if (key === "properties") return { properties: named(value as object) };
    const name = key === "$ref" ? String(value).replace("#/$defs/", "") : "";
    if (target === "draft-07") {
      if (key === "$schema") return { $schema: "http://json-schema.org/draft-07/schema#" };
      if (key === "$defs") return { definitions: named(value as object) };
      // What stands beside a reference does not count there.
      const reference = { $ref: `#/definitions/${name}` };
      if (key === "$ref") return alone ? reference : { allOf: [reference] };
    } else {
      // A schema there has no place for definitions: each stands where it is asked for. None holds itself.
      if (key === "$ref") return rewrite(definitions[name] ?? {});
      if (key === "$schema" || key === "$id" || key === "$defs") return {};
      if (key === "const") return { enum: [value] };
      if (key === "examples") return { example: (value as unknown[])[0] };
    }
    return { [key]: any(value) };
  };
  const rewrite = (schema: Schema): Schema => {
    const keywords = Object.entries(schema);
    // Of a definition that comes to stand here, the words of its place count before its own.
    return keywords.reduce<Schema>((all, [key, value]) => ({ ...all, ...keyword(key, value, keywords.length === 1), ...all }), {});
  };
  return rewrite(root);
}

export function schema(obmen: Obmen, options: Options, jsonSchema: object | undefined): PracticeSchema | PracticeSchemaWithJson {
  const props: Props = {
    version: 1,
    vendor: "obmen",
    validate(value) {
      let reading: Reading;
      try {
        reading = obmen.check(value, options);
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        const { reason: message, pointer, code, help } = error;
        return { issues: [{ message, path: path(pointer, value), code, help }] };
      }
      if (reading.ok) return { value: reading.practice };
      const errors = reading.report.diagnostics.filter((found) => found.severity === "error");
      return {
        issues: errors.map(({ message, pointer, code, help }) => ({ message, path: path(pointer, value), code, help })),
      };
    },
  };
  if (jsonSchema === undefined) return { "~standard": props };
  const whole = jsonSchema as Schema;
  return {
    "~standard": {
      ...props,
      jsonSchema: {
        input: (options) => dialect(whole, optionsOf(options).target),
        output: (options) => dialect(output(whole), optionsOf(options).target),
      },
    },
  };
}
