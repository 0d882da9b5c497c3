// What is refused, in both languages, and what the entries about votes take: texts, and the bytes of a line.

import { ObmenError } from "./error.js";
import { kindOf } from "./json.js";
import { badOption } from "./options.js";

/** The languages of messages. */
export type Lang = "en" | "bg";

/** What fills a message. */
export interface Arguments {
  [name: string]: string | number | boolean | string[];
}

/** What is told of something that was not taken. */
export interface Refusal {
  /** The code of the rule, which `obmen/rules.json` tells more of. */
  code: string;
  arguments: Arguments;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  help: string;
}

/** Something that was refused outside `admit`: keys, a policy, an entry, an address, a challenge, what a log has signed. */
export class RefusedError extends ObmenError implements Refusal {
  override name = "RefusedError";
  readonly arguments: Arguments;
  /** How to mend it. */
  readonly help: string;
  readonly #told: { [lang in Lang]: Refusal };
  /** @internal */
  constructor(en: Refusal, bg: Refusal) {
    super(en.code, en.message);
    this.arguments = en.arguments;
    this.help = en.help;
    this.#told = { en, bg };
  }
  /** Returns all of it in a language; `message` and `help` are English. */
  told(lang: Lang): Refusal {
    return this.#told[langOf(lang)];
  }
}

export function langOf(lang: unknown): Lang {
  if (lang !== "en" && lang !== "bg") throw badOption("option `lang` must be `en` or `bg`", lang);
  return lang;
}

export function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw badOption(`${what} must be a text`, value);
  return value;
}

const encoder = new TextEncoder();

/** The bytes of a line. */
export const bytes = (line: unknown): Uint8Array => {
  if (typeof line === "string") return encoder.encode(line);
  if (kindOf(line) !== "Uint8Array") throw badOption("a line must be a text or a Uint8Array", line);
  return line as Uint8Array;
};
