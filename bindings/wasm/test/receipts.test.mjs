// What `obmen/receipts` verifies: the vectors' logs and witnesses in Node and in a page, and what it says of what is none.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browse, skip, visit } from "./browser.mjs";
import { built, root, vectors } from "./files.mjs";
import { FILES, judgeLogs, KEY } from "./logs.mjs";
import { serve } from "./server.mjs";

const { load, OptionError, RefusedError } = await import(new URL("package/receipts-node.js", built));
const nominations = await import(new URL("package/nominations-node.js", built));
const receipts = await load();
const { TrustPolicy, leafHash, verifyCheckpoint, verifyReceipt } = receipts;
const all = vectors();
const LEAST = { "nomination/log.json": 70, "nomination/witness.json": 50 };

const thrown = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "nothing is thrown" });
};

/** A proof that holds, and the line of its vote. */
function kept() {
  const { steps, written } = all["nomination/log.json"].cases.find(({ steps, report }) => steps.at(-1).do === "log-place" && report.length === 0);
  const proof = written.trimEnd().split("\n").map((line) => JSON.parse(line)).find((told) => "proof" in told).proof;
  return { proof, line: steps.at(-1).line };
}

for (const file of FILES) {
  test(`what ${file} signs is judged as it says`, () => {
    const { judged, faults } = judgeLogs(receipts, all[file]);
    assert.deepEqual(faults, []);
    assert.ok(judged > LEAST[file], String(judged));
  });
}

test("a page loads it under the policy, alone, and judges the same", { skip }, async () => {
  const app = `
    import { load } from "/obmen/receipts.js";
    import { FILES, judgeLogs } from "/test/logs.mjs";
    const receipts = await load();
    const all = await (await fetch("/vectors.json")).json();
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith("/obmen/"));
    window.result = { loaded, judged: FILES.map((file) => judgeLogs(receipts, all[file])) };`;
  const server = await serve({
    "/index.html": '<!doctype html><html lang="bg"><meta charset="utf-8"><title>obmen</title><script type="module" src="/app.js"></script>',
    "/app.js": app,
    "/obmen/": new URL("package/", built),
    "/test/": new URL("bindings/wasm/test/", root),
    "/vectors.json": JSON.stringify(all),
  });
  try {
    const { result, complaints } = await browse((browser) => visit(browser, `${server.address}/index.html`));
    assert.deepEqual(complaints, []);
    assert.deepEqual(result.judged, FILES.map((file) => judgeLogs(receipts, all[file])));
    assert.deepEqual(result.loaded.filter((path) => path.endsWith(".wasm")), ["/obmen/receipts_bg.wasm"]);
    assert.ok(!result.loaded.some((path) => /admission|wasm[.]js$/.test(path) && !path.endsWith("/receipts-wasm.js")), result.loaded.join());
  } finally {
    server.close();
  }
});

test("a proof holds by a key and by a quorum", () => {
  const { proof, line } = kept();
  const place = verifyReceipt(proof, line, KEY);
  const unwitnessed = TrustPolicy.read(`log ${KEY}\nquorum none\n`);
  assert.deepEqual(verifyReceipt(proof, new TextEncoder().encode(line), unwitnessed), place);
  assert.deepEqual(unwitnessed.logs, [KEY]);
  const witness = "witness.example.bg/w1+cfba035c+BAvTal18JYcZOGt/MH2jkEZ14/3fSZgY0XUJekI9O9zP";
  const witnessed = TrustPolicy.read(`log ${KEY}\nwitness w1 ${witness}\nquorum w1\n`);
  const lacking = thrown(() => verifyReceipt(proof, line, witnessed));
  assert.deepEqual([lacking.code, lacking.arguments], ["nomination/trust-quorum-not-met", { missing: ["w1"] }]);
  const other = thrown(() => verifyReceipt(proof, `${line} `, unwitnessed));
  assert.equal(other.code, "nomination/log-not-included");
  assert.equal(leafHash(line), leafHash(new TextEncoder().encode(line)));
  unwitnessed.free();
});

test("its hash of a line, and its refusals, are those of the nominations", async () => {
  const votes = await nominations.load();
  const { line } = kept();
  assert.equal(leafHash(line), votes.leafHash(line));
  assert.equal(RefusedError, nominations.RefusedError);
});

test("what is refused is told in both languages, with its words", () => {
  const error = thrown(() => verifyCheckpoint("obmen.example.bg\n0\nAA==\n", KEY));
  assert.ok(error instanceof RefusedError);
  assert.deepEqual([error.code, error.message], ["nomination/log-note-not-read", "the signed note cannot be read: no empty line with signatures below it"]);
  assert.deepEqual(error.arguments, { reason: "no empty line with signatures below it" });
  assert.deepEqual(error.told("bg"), {
    code: error.code,
    arguments: error.arguments,
    message: "подписаната бележка не може да се прочете: няма празен ред с подписи под него",
    help: "изтеглете я отново и не променяйте нито един неин байт",
  });
  assert.equal(error.told("en").help, error.help);
});

test("what is no text is an error of an option, and shows no more than it must", () => {
  const { proof, line } = kept();
  for (const call of [
    () => verifyReceipt(proof, 1, KEY),
    () => verifyReceipt(undefined, line, KEY),
    () => verifyReceipt(proof, line, undefined),
    () => verifyReceipt(proof, line, { verifyReceipt: () => [] }),
    () => verifyCheckpoint("", null),
    () => TrustPolicy.read([]),
    () => receipts.readKey(new Uint8Array()),
    () => leafHash([1]),
  ]) assert.ok(thrown(call) instanceof OptionError);
});
