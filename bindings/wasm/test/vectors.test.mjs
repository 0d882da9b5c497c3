// Every file under tests/vectors, read in place: the exact reports, and the same bytes as Rust prints.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { built, data, vectors } from "./files.mjs";
import { answers, judge, judgePage } from "./vectors.mjs";

const { load } = await import(new URL("package/node.js", built));
const obmen = await load();
const wasm = await import(new URL("package/wasm.js", built));
const all = vectors();
const pages = data();

for (const [file, content] of Object.entries(all)) {
  test(`vectors of ${file}`, () => {
    const cases = content.cases ?? [];
    const judged = file.startsWith("page/") ? judgePage : judge;
    assert.deepEqual(cases.flatMap((item) => judged(obmen, item) ?? []), []);
  });
}

test("the full answers are the bytes that Rust prints", () => {
  const rust = readFileSync(new URL("answers.jsonl", built), "utf8").trimEnd().split("\n");
  const given = Object.entries(all).flatMap(([file, content]) => answers(obmen, wasm, file, content, pages));
  assert.equal(given.length, rust.length);
  let html = 0;
  given.forEach((line, at) => {
    if (line === undefined) html += 1;
    else assert.equal(line, rust[at]);
  });
  console.log(`vectors: ${given.length - html} of ${given.length} cases answered as Rust does; ${html} pages of HTML are refused`);
  assert.ok(given.length - html >= 500);
});
