// Objects as JSON text, as `JSON.stringify` writes them, except that nothing is dropped or bent in silence.

/** What stands in the way of writing a value: it holds itself, reading it throws, or JSON has no form for it. */
export type Obstacle = { what: "cycle" } | { what: "throws"; cause: unknown } | { what: "value"; kind: string };

/** A value that cannot be written: the keys and indices that lead to it, and why. */
export type Refuse = (path: (string | number)[], obstacle: Obstacle) => string;

/** How deep is written: far deeper than a record may be, so that what is cut off is `shape/too-deep` all the same. */
const DEEPEST = 1000;

/** What a value is, in one word that is the same in every realm: `null`, `bigint`, `NaN`, `Array`, `Map`, `Promise`. */
export function kindOf(value: unknown): string {
  if (typeof value === "object") return value === null ? "null" : Object.prototype.toString.call(value).slice(8, -1);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : typeof value;
}

/** True of a value that `JSON.stringify` surely writes whole, as nearly all are: looking costs a tenth of writing by hand. */
function isPlain(value: unknown, levels = 64): boolean {
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value) || value === undefined;
  if (value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, levels - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype || "toJSON" in value) return false;
  for (const name in value) if (!isPlain((value as { [name: string]: unknown })[name], levels - 1)) return false;
  return true;
}

/**
 * Returns the JSON text of a value. What JSON cannot say is `refuse`d, which throws or says what is written in its
 * place; a member that is `undefined` is absent, as it is for `JSON.stringify`.
 */
export function written(value: unknown, refuse: Refuse): string {
  try {
    if (isPlain(value)) return JSON.stringify(value) ?? "null";
  } catch {
    // Looking at it throws: where, is found below.
  }
  const around: unknown[] = [];
  const path: (string | number)[] = [];
  const all = (holder: object, names: readonly (string | number)[], named: boolean): string => {
    const parts: string[] = [];
    around.push(holder);
    for (const name of names) {
      path.push(name);
      const part = member(holder, name);
      path.pop();
      if (part !== undefined) parts.push(named ? `${JSON.stringify(name)}:${part}` : part);
      else if (!named) parts.push("null");
    }
    around.pop();
    return parts.join();
  };
  const member = (holder: object, name: string | number): string | undefined => {
    let found: unknown;
    let kind: string;
    let names: string[] = [];
    try {
      found = (holder as { [name: string | number]: unknown })[name];
      if ((typeof found === "object" && found !== null) || typeof found === "bigint") {
        const { toJSON } = found as { toJSON?: unknown };
        if (typeof toJSON === "function") found = toJSON.call(found, String(name));
      }
      kind = kindOf(found);
      if (kind === "Object") names = Object.keys(found as object);
    } catch (cause) {
      return refuse([...path], { what: "throws", cause });
    }
    switch (kind) {
      case "undefined":
        return undefined;
      case "null":
      case "boolean":
      case "number":
      case "string":
        return JSON.stringify(found);
      case "Array":
      case "Object":
        if (around.includes(found)) return refuse([...path], { what: "cycle" });
        if (around.length > DEEPEST) return "null";
        return kind === "Array"
          ? `[${all(found as unknown[], [...(found as unknown[]).keys()], false)}]`
          : `{${all(found as object, names, true)}}`;
      default:
        return refuse([...path], { what: "value", kind });
    }
  };
  return member({ "": value }, "") ?? "null";
}
