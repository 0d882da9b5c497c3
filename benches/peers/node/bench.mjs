// The npm package beside JSON.parse with ajv, and with zod, over a register: `node bench.mjs REGISTER.jsonl PACKAGE`.
// Ratios of one run, medians of five, the works taking turns. Records of obmen are lazy: none is made an object here
// unless a row says so. Nothing is asserted of the times: machines differ. What each peer refuses is.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import Ajv from "ajv/dist/2020.js";
import { z } from "zod";

const [records, packaged] = process.argv.slice(2);
const { load } = await import(pathToFileURL(`${packaged}/node.js`));
const obmen = await load();
const lines = readFileSync(records, "utf8").trimEnd().split("\n");
const bytes = lines.map((line) => new TextEncoder().encode(line));
const objects = lines.map((line) => JSON.parse(line));
const schema = JSON.parse(readFileSync(`${packaged}/schema.json`, "utf8"));
const rules = JSON.parse(readFileSync(`${packaged}/rules.json`, "utf8"));
const breaks = JSON.parse(readFileSync(new URL("../breaks.json", import.meta.url), "utf8"));

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
// zod knows no `not`: it is asked less.
const without = (node) =>
  Array.isArray(node) ? node.map(without)
  : typeof node === "object" && node !== null ? Object.fromEntries(Object.entries(node).filter(([key]) => key !== "not").map(([key, value]) => [key, without(value)]))
  : node;
const model = z.fromJSONSchema(without(schema));
const decoder = new TextDecoder();
const today = { today: "2026-11-24" };

/** The first record with a value of breaks.json in its place; `null` takes the field away. */
function broken(pointer, value) {
  const record = structuredClone(objects[0]);
  const steps = pointer.split("/").slice(1);
  const last = steps.pop();
  const inside = steps.reduce((at, step) => at[step], record);
  if (value === null) delete inside[last];
  else inside[last] = value;
  return record;
}

/** Records that break one rule each: its code, the place, the record. */
const cases = [
  ...breaks.map(([code, pointer, value]) => [code, pointer, broken(pointer, value)]),
  // There a `null` takes a field away.
  ["shape/null", "/summary", { ...objects[0], summary: null }],
];

const codesOf = (record) => obmen.check(record, today).report.diagnostics.map(({ code }) => code);

/** The rules that a peer is given: those whose every break it refuses. Its answers must be of one mind with obmen's. */
function expressed(peer, accepts) {
  const wrong = [];
  const refused = new Map();
  for (const [code, pointer, record] of cases) {
    if (!codesOf(record).includes(code)) wrong.push(`${code} ${pointer}: not found by obmen`);
    const refuses = !accepts(record);
    if (code.startsWith("shape/") && !refuses) wrong.push(`${code} ${pointer}: accepted by ${peer}, though it is a matter of the schema`);
    refused.set(code, (refused.get(code) ?? true) && refuses);
  }
  const codes = [...refused].filter(([, refuses]) => refuses).map(([code]) => code);
  objects.forEach((record, at) => {
    const faulty = codesOf(record).some((code) => codes.includes(code));
    if (accepts(record) === faulty) wrong.push(`record ${at + 1}: ${faulty ? "accepted" : "refused"} by ${peer} alone`);
  });
  if (codes.length === 0) wrong.push(`${peer} refuses nothing`);
  if (wrong.length > 0) {
    console.error(wrong.slice(0, 20).join("\n"));
    process.exit(1);
  }
  return codes;
}

const given = {
  ajv: expressed("ajv", (record) => ajv(record)),
  zod: expressed("zod", (record) => model.safeParse(record).success),
};

const works = {
  "bytes: TextDecoder, JSON.parse, ajv": (at) => ajv(JSON.parse(decoder.decode(bytes[at]))),
  "bytes: TextDecoder, JSON.parse, zod": (at) => model.safeParse(JSON.parse(decoder.decode(bytes[at]))).success,
  "bytes: obmen.read": (at) => obmen.read(bytes[at], today).ok,
  "bytes: obmen.read, and the practice looked at": (at) => obmen.read(bytes[at], today).practice?.id,
  "string: JSON.parse, ajv": (at) => ajv(JSON.parse(lines[at])),
  "string: obmen.read": (at) => obmen.read(lines[at], today).ok,
  "object: ajv": (at) => ajv(objects[at]),
  "object: obmen.check": (at) => obmen.check(objects[at], today).ok,
};
const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
for (let pass = 0; pass <= 5; pass += 1) {
  for (const [name, work] of Object.entries(works)) {
    const start = process.hrtime.bigint();
    for (let at = 0; at < lines.length; at += 1) work(at);
    // The first pass warms up.
    if (pass > 0) times[name].push(Number(process.hrtime.bigint() - start) / lines.length);
  }
}
const median = (name) => times[name].toSorted((a, b) => a - b)[2];
const ratio = (of, to) => (median(to) / median(of)).toFixed(2);
const size = bytes.reduce((all, { length }) => all + length, 0);
console.log(`Node ${process.version}: ${lines.length} records, ${(size / 1e6).toFixed(0)} MB; medians of 5; records of obmen are lazy`);
for (const name of Object.keys(works)) console.log(`${name.padEnd(48)} ${(median(name) / 1000).toFixed(1).padStart(8)} µs`);
const [ajvBytes, zod, read, , ajvString, readString, ajvObject, check] = Object.keys(works);
console.log(`read from bytes: ${ratio(read, ajvBytes)} times ajv (wanted 2), ${ratio(read, zod)} times zod (wanted 3)`);
console.log(`read from a string: ${ratio(readString, ajvString)} times ajv (wanted 1)`);
console.log(`check an object: ${ratio(check, ajvObject)} times ajv (it crosses as JSON text)`);
const broke = new Set(cases.map(([code]) => code)).size;
console.log(`obmen judges by all ${rules.length} rules; ${broke} of them were broken, one a record, and of these each peer has, by the JSON Schema`);
for (const [peer, codes] of Object.entries(given)) console.log(`  ${peer} ${codes.length}: ${codes.join(", ")}`);
console.log(`and refuses exactly those of the ${lines.length} records in which obmen finds one of its rules broken`);
