// `obmen/solver` in a plain page of a real Chromium, under exactly the policy that it promises, and where more is refused.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browse, skip, visit } from "./browser.mjs";
import { issue, judge } from "./challenge.mjs";
import { built } from "./files.mjs";
import { POLICY, serve } from "./server.mjs";

const PAGE = '<!doctype html><html lang="bg"><meta charset="utf-8"><title>solver</title><script type="module" src="/app.js"></script>';

/** Solves what the server issues, and notes what loads, what breathes and what is told meanwhile. */
const SOLVE = `
import { solve, LoadError, WorkerError } from "/obmen/solver.js";
const options = OPTIONS;
const text = await (await fetch("/challenge.json")).text();
const told = [], refusals = [];
let frames = 0, stop = false;
requestAnimationFrame(function frame() { frames += 1; if (!stop) requestAnimationFrame(frame); });
const note = { progress: (now) => told.push(now), refused: (error) => refusals.push([error.name, error.code, error.message, error instanceof LoadError || error instanceof WorkerError]) };
const end = await solve(text, { ...note, ...options }).then(
  (answer) => ({ answer }),
  (error) => ({ name: error.name, code: error.code, message: error.message, reason: error === options.signal?.reason }),
);
const slices = told.length;
await new Promise((later) => setTimeout(later, 100));
stop = true;
const loaded = performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1));
window.result = { ...end, told, refusals, frames, loaded, after: told.length - slices };`;

/** About a quarter of a second of work, 256 keys on average. */
const WORK = { cost: 300 };
const ENDLESS = { cost: 300, keyPrefix: "0".repeat(64) };

async function solved({ options = "{}", given = WORK, answer = undefined } = {}) {
  const text = JSON.stringify(issue(given));
  const server = await serve(
    {
      "/index.html": PAGE,
      "/app.js": SOLVE.replace("OPTIONS", options),
      "/challenge.json": text,
      "/obmen/": new URL("package/", built),
      "/elsewhere/": new URL("package/", built),
    },
    answer,
  );
  try {
    const { result, complaints } = await browse((browser) => visit(browser, `${server.address}/index.html`));
    if (result.answer !== undefined) {
      const { counter } = judge(text, result.answer);
      assert.deepEqual(result.told.at(-1), { tried: counter + 1, expected: 256 });
    }
    return { ...result, complaints };
  } finally {
    server.close();
  }
}

test("a Worker solves it, by wasm, under the policy and without a complaint", { skip }, async () => {
  const found = await solved();
  assert.deepEqual([found.complaints, found.refusals], [[], []]);
  assert.ok(found.answer, JSON.stringify(found));
  for (const name of ["solver_bg.wasm", "solver-worker.js"]) assert.ok(found.loaded.includes(name), found.loaded.join());
  assert.ok(!found.loaded.some((name) => ["wasm_bg.wasm", "obmen.js", "wasm.js"].includes(name)), "it loads the records too");
});

test("so it does on the page's thread, in slices", { skip }, async () => {
  const found = await solved({ options: "{ worker: false }", given: { ...WORK, algorithm: "SHA-256" } });
  assert.deepEqual([found.complaints, found.refusals], [[], []]);
  assert.ok(found.answer, JSON.stringify(found));
  assert.ok(!found.loaded.includes("solver-worker.js"));
});

test("a Worker and a wasm of other addresses", { skip }, async () => {
  const found = await solved({
    options: '{ worker: new URL("/elsewhere/solver-worker.js", location.href), wasm: new URL("/elsewhere/solver_bg.wasm", location.href) }',
    answer: (path) => (path === "/obmen/solver_bg.wasm" || path === "/obmen/solver-worker.js" ? { status: 404 } : {}),
  });
  assert.deepEqual([found.complaints, found.refusals], [[], []]);
  assert.ok(found.answer, JSON.stringify(found));
});

for (const worker of [true, false]) {
  test(`a signal ends it with its reason, ${worker ? "in a Worker" : "on the page's thread"}, and the page breathes meanwhile`, { skip }, async () => {
    const found = await solved({ options: `{ worker: ${worker}, signal: AbortSignal.timeout(1000) }`, given: ENDLESS });
    assert.deepEqual([found.name, found.reason, found.after], ["TimeoutError", true, 0]);
    assert.deepEqual([found.complaints, found.refusals], [[], []]);
    assert.ok(found.told.length >= 5 && found.frames >= 5, `${found.told.length} slices, ${found.frames} frames`);
    assert.ok(found.told.every(({ tried }, at) => at === 0 || tried > found.told[at - 1].tried));
  });
}

const without = (part, instead = "") => ({ policy: POLICY.replace(part, instead) });
const WASM = [" 'wasm-unsafe-eval'"];
const FAILING = 'self.onmessage = () => postMessage({ failed: "CompileError" });';
const isWasm = (path) => path.endsWith(".wasm");
const isWorker = (path) => path.endsWith("/solver-worker.js");
for (const [what, expected, answer] of [
  ["wasm refused by script-src", [["LoadError", "wasm-policy", /Content-Security-Policy.*'wasm-unsafe-eval'.*script-src/]], () => without(...WASM)],
  // The page has compiled it.
  ["wasm refused to the Worker only", [], (path) => (isWorker(path) ? without(...WASM) : {})],
  ["wasm that is not there", [["LoadError", "wasm-status", /404/]], (path) => (isWasm(path) ? { status: 404 } : {})],
  ["wasm that is a page of HTML", [["LoadError", "wasm-content", /text\/html/]], (path) => (isWasm(path) ? { type: "text/html", body: PAGE } : {})],
  ["Worker refused by worker-src", [["WorkerError", "worker", /Content-Security-Policy.*worker-src/]], () => without("worker-src 'self'", "worker-src 'none'")],
  ["Worker that is not there", [["WorkerError", "worker", /served as JavaScript/]], (path) => (isWorker(path) ? { status: 404 } : {})],
  ["Worker served as text", [["WorkerError", "worker", /served as JavaScript/]], (path) => (isWorker(path) ? { type: "text/plain" } : {})],
  ["Worker that cannot begin", [["WorkerError", "worker", /did not start/]], (path) => (isWorker(path) ? { body: FAILING } : {})],
  ["Worker refused by trusted-types", [["WorkerError", "worker", /trusted-types/]], () => ({ policy: `${POLICY}; trusted-types other` })],
  [
    "Worker and wasm refused",
    [["LoadError", "wasm-policy", /script-src/], ["WorkerError", "worker", /worker-src/]],
    () => ({ policy: without(...WASM).policy.replace("worker-src 'self'", "worker-src 'none'") }),
  ],
]) {
  test(`a ${what} is told, and the work done without`, { skip }, async () => {
    const found = await solved({ given: { cost: 100 }, answer });
    assert.ok(found.answer, JSON.stringify(found));
    assert.equal(found.refusals.length, expected.length, JSON.stringify(found.refusals));
    found.refusals.forEach(([name, code, message, ours], at) => {
      assert.deepEqual([name, code, ours], [...expected[at].slice(0, 2), true]);
      assert.match(message, expected[at][2]);
    });
  });
}

test("wasm served with a wrong type solves it all the same", { skip }, async () => {
  const found = await solved({ answer: (path) => (isWasm(path) ? { type: "text/plain" } : {}) });
  assert.deepEqual([found.complaints, found.refusals], [[], []]);
  assert.ok(found.answer);
});

test("a challenge that is none is an error in the page", { skip }, async () => {
  const found = await solved({ answer: (path) => (path === "/challenge.json" ? { body: '{"parameters": {"algorithm": "SHA-256", "nonce": "x"}}' } : {}) });
  assert.deepEqual([found.name, found.code], ["ChallengeError", "challenge-field"]);
  assert.match(found.message, /`parameters.nonce`.*hexadecimal/);
});
