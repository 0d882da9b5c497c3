// Options, and the error of one that cannot be followed.

import { ObmenError } from "./error.js";
import { kindOf, written } from "./json.js";

/** An option that cannot be followed; its code is `option`, its message says which, what was given and what is accepted. */
export class OptionError extends ObmenError {
  override name = "OptionError";
  declare readonly code: "option";
  constructor(message: string) {
    super("option", message);
  }
}

/** A value as an error shows it: its JSON where it is short, else what it is. */
function shown(value: unknown): string {
  const kind = kindOf(value);
  if (kind === "bigint") return `\`${String(value)}n\``;
  if (kind === "Date") return Number.isNaN((value as Date).getTime()) ? "an invalid Date" : "a Date";
  const text = ["NaN", "Infinity", "-Infinity", "undefined"].includes(kind) ? kind : written(value, () => "…");
  return text === "…" || text.length > 60 ? `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}` : `\`${text}\``;
}

/** The error of an option: what it must be, and what was given. */
export const badOption = (must: string, given: unknown): OptionError => new OptionError(`${must}; given: ${shown(given)}`);

/** The options as an object, which they may be whatever their type says. */
export function optionsOf<Given extends object>(options: Given | undefined): Given {
  if (options === undefined) return {} as Given;
  if (kindOf(options) !== "Object") throw badOption("the options must be an object", options);
  return options;
}
