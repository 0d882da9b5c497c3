// The record as a Standard Schema (https://standardschema.dev, version 1.1), for libraries that take any schema.

import type { Obmen, Options } from "./obmen.js";
import type { LocalisedText, Practice, RuleCode } from "./types.js";

/** Options of `practice`. */
export interface PracticeOptions extends Options {
  /** What `obmen/schema.json` holds; with it the schema gives itself as JSON Schema too. */
  jsonSchema?: object;
}

/** One error of a record, as form and API libraries show it. */
export interface Issue {
  readonly message: string;
  /** The keys and indices that lead to the place. */
  readonly path: readonly (string | number)[];
  readonly code: RuleCode;
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

interface Converter {
  readonly input: (options: { readonly target: string }) => Record<string, unknown>;
  readonly output: (options: { readonly target: string }) => Record<string, unknown>;
}

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
  let at = value;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = Array.isArray(at) && /^\d+$/.test(name) ? Number(name) : name;
      at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[key] : undefined;
      return key;
    });
}

/** Rewrites a schema for another dialect. */
function dialect(schema: object, target: string): Record<string, unknown> {
  if (target === "draft-2020-12") return structuredClone(schema) as Record<string, unknown>;
  if (target !== "draft-07" && target !== "openapi-3.0") {
    throw new RangeError(`JSON Schema for \`${target}\` is not known; there are \`draft-2020-12\`, \`draft-07\` and \`openapi-3.0\``);
  }
  const openapi = target === "openapi-3.0";
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rewrite);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
        if (key === "$ref") return [[key, String(value).replace("#/$defs/", "#/definitions/")]];
        if (key === "$defs") return [["definitions", rewrite(value)]];
        if (key === "$schema") return openapi ? [] : [[key, "http://json-schema.org/draft-07/schema#"]];
        if (key === "$id" && openapi) return [];
        if (key === "const" && openapi) return [["enum", [value]]];
        if (key === "examples" && openapi) return [["example", (value as unknown[])[0]]];
        return [[key, rewrite(value)]];
      }),
    );
  };
  return rewrite(schema) as Record<string, unknown>;
}

export function schema(obmen: Obmen, { jsonSchema, ...options }: PracticeOptions): PracticeSchema | PracticeSchemaWithJson {
  const props: Props = {
    version: 1,
    vendor: "obmen",
    validate(value) {
      const reading = obmen.check(value, options);
      if (reading.ok) return { value: reading.practice };
      const errors = reading.report.diagnostics.filter((found) => found.severity === "error");
      return {
        issues: errors.map(({ message, pointer, code, help }) => ({ message, path: path(pointer, value), code, help })),
      };
    },
  };
  if (jsonSchema === undefined) return { "~standard": props };
  const convert = ({ target }: { readonly target: string }): Record<string, unknown> => dialect(jsonSchema, target);
  return { "~standard": { ...props, jsonSchema: { input: convert, output: convert } } };
}
