// Every file under tests/vectors, read in place: the exact reports, and the same bytes as Rust prints.
import assert from "node:assert/strict";
import { test } from "node:test";

import { built, data, same, vectors } from "./files.mjs";
import { answers, judge, judgePage } from "./vectors.mjs";

const { load } = await import(new URL("package/pages_node.js", built));
const obmen = await load();
const wasm = await import(new URL("package/pages_wasm.js", built));
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
  same("node", Object.entries(all).flatMap(([file, content]) => answers(obmen, wasm, file, content, pages)));
});
