// Every file under tests/vectors, read in place: the exact reports, and the same bytes as Rust prints.
import assert from "node:assert/strict";
import { test } from "node:test";

import { built, data, same, vectors } from "./files.mjs";
import { answers, judge } from "./vectors.mjs";

const [pages, nominations, wasm] = await Promise.all(
  ["pages_node.js", "nominations-node.js", "pages_wasm.js"].map((name) => import(new URL(`package/${name}`, built))),
);
const library = { obmen: await pages.load(), votes: await nominations.load(), wasm, data: data() };
const all = vectors();

for (const [file, content] of Object.entries(all)) {
  test(`vectors of ${file}`, () => assert.deepEqual(judge(library, file, content), []));
}

test("the full answers are the bytes that Rust prints", () => {
  same("node", Object.entries(all).flatMap(([file, content]) => answers(library, file, content)));
});
