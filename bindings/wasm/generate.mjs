// Writes js/types.ts from docs/obmen.schema.json and the table of rules: `node generate.mjs RULES_EN.json`,
// with `--check` only says whether it is current.
import { readFileSync, writeFileSync } from "node:fs";

const [rulesFile, check] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(new URL("../../docs/obmen.schema.json", import.meta.url), "utf8"));
const rules = JSON.parse(readFileSync(rulesFile, "utf8"));
const target = new URL("js/types.ts", import.meta.url);

const NAMES = { award: "Award", media: "MediaLink", result: "ResultItem", results: "Results" };
const SETS = new Map();

const pascal = (name) => NAMES[name] ?? name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());
const words = (list) => list.map((word) => JSON.stringify(word)).join(" | ");
const doc = (text, indent = "") => `${indent}/** ${text.replaceAll("*/", "* /")} */\n`;

/** Whether an object of the schema holds texts, so that its type takes the form of texts as a parameter. */
const holdsText = (name, seen = new Set()) => {
  if (name === "text") return true;
  if (seen.has(name)) return false;
  seen.add(name);
  const node = name === "practice" ? schema : schema.$defs[name];
  return [...JSON.stringify(node.properties ?? {}).matchAll(/#\/\$defs\/(\w+)/g)].some(([, inner]) => holdsText(inner, seen));
};

function reference(ref) {
  const name = ref.replace("#/$defs/", "");
  if (name === "text") return "Text";
  if (name === "date") return "PartialDate";
  return holdsText(name) ? `${pascal(name)}<Text>` : pascal(name);
}

/** The name of a set of words: the field's, or with its record's where two would be called alike. */
function set(owner, field, known, title) {
  const name = field === "role" ? "Role" : `${pascal(owner)}${pascal(field)}`;
  SETS.set(name, { known, doc: `The words that obmen knows for \`${field}\` of ${title}.` });
  return name;
}

function type(node, owner, field) {
  const title = `${/^[aeiou]/.test(owner) ? "an" : "a"} ${owner === "media" ? "link" : owner}`;
  if (node.$ref) return reference(node.$ref);
  if (node.enum) return set(owner, field, node.enum, title);
  if (node.anyOf) {
    const [first, second] = node.anyOf;
    if (first.const) return `${JSON.stringify(first.const)} | ${type(second, owner, field)}`;
    if (first.enum) return `${set(owner, field, first.enum, title)} | (string & {})`;
  }
  if (node.type === "array") {
    const inner = type(node.items, owner, field);
    return inner.includes("|") ? `(${inner})[]` : `${inner}[]`;
  }
  if (node.type === "integer" || node.type === "number") return "number";
  if (node.type === "string") return "string";
  throw new Error(`no type for ${owner}.${field}: ${JSON.stringify(node)}`);
}

function record(name, node) {
  const parameter = holdsText(name) ? "<Text = LocalisedText>" : "";
  const fields = Object.entries(node.properties).map(
    ([field, inner]) => doc(inner.description, "  ") + `  ${field}?: ${type(inner, name, field)};\n`,
  );
  return `${doc(node.description)}export interface ${pascal(name)}${parameter} {\n${fields.join("")}}\n`;
}

const records = [record("practice", schema)];
for (const [name, node] of Object.entries(schema.$defs)) {
  if (name !== "text" && name !== "date") records.push(record(name, node));
}
const sets = [...SETS].map(([name, { known, doc: text }]) => `${doc(text)}export type ${name} = ${words(known)};\n`);
const codes = rules.map(({ code, message }) => `  | ${JSON.stringify(code)} // ${message}\n`);
const out = [
  "// Written by generate.mjs from docs/obmen.schema.json and the table of rules; never edit it.\n",
  `${doc(schema.$defs.text.anyOf[0].description)}export type LocalisedText = { [language: string]: string };\n`,
  `${doc(schema.$defs.date.description)}export type PartialDate = string;\n`,
  ...records,
  ...sets,
  `/** The code of a rule; stable for ever. \`obmen/rules.json\` says what each looks for, and why. */\nexport type RuleCode =\n${codes.join("")};\n`,
].join("\n");

if (check === "--check") {
  if (readFileSync(target, "utf8") !== out) {
    console.error("js/types.ts is not current; `scripts/wasm-build --write` writes it");
    process.exit(1);
  }
} else {
  writeFileSync(target, out);
}
