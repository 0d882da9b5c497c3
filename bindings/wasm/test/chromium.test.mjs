// The package in a plain page of a real Chromium, from a static server, under exactly the policy that it promises.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browse, skip, visit } from "./browser.mjs";
import { built, root, same, vectors } from "./files.mjs";
import { POLICY, serve } from "./server.mjs";

const PAGE = '<!doctype html><html lang="bg"><meta charset="utf-8"><title>obmen</title><script type="module" src="/app.js"></script>';

const LOAD = `
import { load, LoadError } from "/obmen/index.js";
try {
  const obmen = await load();
  window.result = { codes: obmen.read("{}", { today: null }).report.diagnostics.map(({ code }) => code) };
} catch (error) {
  window.result = { name: error.name, code: error.code, message: error.message, ours: error instanceof LoadError };
}`;

/** Answers the vectors of some files by an entry of the package. */
const answered = (entry, glue, wanted) => `
import { load } from "/obmen/${entry}";
import * as wasm from "/obmen/${glue}";
import { load as loadNominations } from "/obmen/nominations.js";
import { answers, judge } from "/test/vectors.mjs";
const [obmen, votes] = await Promise.all([load(), loadNominations()]);
const all = await (await fetch("/vectors.json")).json();
const data = {};
for (const name of all["page/fixtures.json"].fixtures.flatMap(({ files }) => files)) {
  data[name] = new Uint8Array(await (await fetch("/data/" + name)).arrayBuffer());
}
const lines = [], faults = [];
for (const [file, content] of Object.entries(all)) {
  if (!${wanted}.test(file)) continue;
  const library = { obmen, votes, wasm, data };
  lines.push(...answers(library, file, content));
  faults.push(...judge(library, file, content));
}
window.result = { lines, faults };`;

const routes = (app) => ({
  "/index.html": PAGE,
  "/app.js": app,
  "/obmen/": new URL("package/", built),
  "/test/": new URL("bindings/wasm/test/", root),
  "/data/": new URL("examples/data/", root),
  "/vectors.json": JSON.stringify(vectors()),
});

async function result(app, answer) {
  const server = await serve(routes(app), answer);
  try {
    return await browse((browser) => visit(browser, `${server.address}/index.html`));
  } finally {
    server.close();
  }
}

test("every vector is answered with the bytes that Rust prints, with the reader of pages or without", { skip }, async () => {
  const { result: found, complaints } = await result(answered("pages.js", "pages_wasm.js", /^/));
  assert.deepEqual(complaints, []);
  assert.deepEqual(found.faults, []);
  same("chromium", found.lines);
  const ofRecords = /^(?!page[/]|rules[/]page[.])/;
  const { result: records } = await result(answered("index.js", "wasm.js", ofRecords));
  assert.deepEqual(records.faults, []);
  assert.deepEqual(records.lines, found.lines.filter((line) => ofRecords.test(JSON.parse(line).file)));
});

const isWasm = (path) => path.endsWith(".wasm");
const SOUND = ["practice/missing-id", "practice/missing-title"];

for (const type of ["text/plain", "application/octet-stream", "application/wasm; charset=utf-8"]) {
  test(`a wasm that is served as ${type} loads`, { skip }, async () => {
    const { result: found } = await result(LOAD, (path) => (isWasm(path) ? { type } : {}));
    assert.deepEqual(found.codes?.filter((code) => SOUND.includes(code)), SOUND);
  });
}

const without = (part, instead) => POLICY.replace(part, instead);
for (const [what, code, said, answer] of [
  ["is not there", "wasm-status", /404/, (path) => (isWasm(path) ? { status: 404 } : {})],
  ["is forbidden", "wasm-status", /403/, (path) => (isWasm(path) ? { status: 403 } : {})],
  ["is a page of HTML", "wasm-content", /text\/html/, (path) => (isWasm(path) ? { type: "text/html", body: PAGE } : {})],
  ["is HTML under the right type", "wasm-content|wasm-compile", /wasm/, (path) => (isWasm(path) ? { body: PAGE } : {})],
  [
    "is refused by script-src",
    "wasm-policy",
    /Content-Security-Policy.*'wasm-unsafe-eval'.*script-src/,
    () => ({ policy: without(" 'wasm-unsafe-eval'", "") }),
  ],
  [
    "is refused by script-src and served as text",
    "wasm-policy",
    /Content-Security-Policy.*'wasm-unsafe-eval'.*script-src/,
    (path) => ({ policy: without(" 'wasm-unsafe-eval'", ""), ...(isWasm(path) && { type: "text/plain" }) }),
  ],
  ["is refused by connect-src", "wasm-fetch", /Content-Security-Policy.*connect-src/, () => ({ policy: without("connect-src 'self'", "connect-src") })],
]) {
  test(`a wasm that ${what} gives an error that says so`, { skip }, async () => {
    const { result: found } = await result(LOAD, answer);
    assert.equal(found.ours, true, JSON.stringify(found));
    assert.match(found.code, new RegExp(`^(${code})$`));
    assert.match(found.message, said);
  });
}
