// Where things lie for the tests in Node.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

export const root = new URL("../../../", import.meta.url);

/** The files of vectors by their paths below the folder, in order. */
export function vectors() {
  const folder = new URL("tests/vectors/", root);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json")).sort();
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8"))]));
}

/** The pages that the fixtures name, as bytes. */
export function data() {
  const folder = new URL("examples/data/", root);
  return Object.fromEntries(readdirSync(folder).filter((name) => /\.(txt|html)$/.test(name)).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
}

/** The folder of the built package. */
export const built = new URL(process.env.OBMEN_NPM ?? "target/npm/", root);

/** Holds the answers of a language to those of Rust, and keeps them for `scripts/vectors --compare`. */
export function same(language, lines) {
  const folder = new URL("../vectors/", built);
  writeFileSync(new URL(`${language}.jsonl`, folder), `${lines.join("\n")}\n`);
  const rust = readFileSync(new URL("rust.jsonl", folder), "utf8").trimEnd().split("\n");
  assert.equal(lines.length, rust.length);
  const named = (line) => ["file", "case"].map((key) => JSON.parse(line)[key]);
  lines.forEach((line, at) => {
    if ("left_out" in JSON.parse(line)) assert.deepEqual(named(line), named(rust[at]));
    else assert.equal(line, rust[at]);
  });
}
