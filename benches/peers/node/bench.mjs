// The npm package beside JSON.parse with ajv, and with zod, over a register: `node bench.mjs REGISTER.jsonl PACKAGE`.
// Ratios of one run, medians of five, the works taking turns. Records of obmen are lazy: none is made an object here
// unless a row says so.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import Ajv from "ajv/dist/2020.js";
import { z } from "zod";

const [records, packaged] = process.argv.slice(2);
const { load } = await import(pathToFileURL(`${packaged}/node.js`));
const obmen = await load();
const lines = readFileSync(records, "utf8").trimEnd().split("\n").slice(0, 2000);
const bytes = lines.map((line) => new TextEncoder().encode(line));
const objects = lines.map((line) => JSON.parse(line));
const schema = JSON.parse(readFileSync(`${packaged}/schema.json`, "utf8"));

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
// zod knows no `not`: it is asked less.
const without = (node) =>
  Array.isArray(node) ? node.map(without)
  : typeof node === "object" && node !== null ? Object.fromEntries(Object.entries(node).filter(([key]) => key !== "not").map(([key, value]) => [key, without(value)]))
  : node;
const model = z.fromJSONSchema(without(schema));
const decoder = new TextDecoder();
const today = { today: "2026-11-24" };

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
console.log(`Node ${process.version}: ${lines.length} records, medians of 5; records of obmen are lazy`);
for (const name of Object.keys(works)) console.log(`${name.padEnd(48)} ${(median(name) / 1000).toFixed(1).padStart(8)} µs`);
const [ajvBytes, zod, read, , ajvString, readString, ajvObject, check] = Object.keys(works);
console.log(`read from bytes: ${ratio(read, ajvBytes)} times ajv (wanted 2), ${ratio(read, zod)} times zod (wanted 3)`);
console.log(`read from a string: ${ratio(readString, ajvString)} times ajv (wanted 1)`);
console.log(`check an object: ${ratio(check, ajvObject)} times ajv (it crosses as JSON text)`);
console.log("ajv and zod judge the shape only (5 of the rules); obmen judges all of them");
