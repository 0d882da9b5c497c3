// `obmen/solver` in Node: its answers beside node:crypto and altcha-lib, its errors, and how it stops.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey as pbkdf2 } from "altcha-lib/algorithms/pbkdf2";
import { deriveKey as sha } from "altcha-lib/algorithms/sha";

import { derive, issue, judge } from "./challenge.mjs";
import { built } from "./files.mjs";

const entry = new URL("package/solver-node.js", built);
const { solve, ChallengeError, LoadError, ObmenError, WorkerError } = await import(entry);

/** An entry whose wasm was refused: it solves in JavaScript. */
async function scripted(t) {
  const { solve: fresh } = await import(`${entry}?${Math.random()}`);
  return async (challenge, options = {}) => {
    const refusals = [];
    const answer = await fresh(challenge, { ...options, wasm: new Uint8Array(8), refused: (error) => refusals.push(error.code) });
    assert.deepEqual(refusals, ["wasm-content"], t.name);
    return answer;
  };
}
const BOTH = [["wasm", async () => solve], ["JavaScript", scripted]];
const ALGORITHMS = ["PBKDF2/SHA-256", "SHA-256"];

/** Numbers that look like chance, the same at every run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

for (const [name, make] of BOTH) {
  test(`${name}: 200 challenges of altcha-lib are solved, and verify there`, async (t) => {
    const solved = await make(t);
    const draw = chance(7);
    const lengths = new Set();
    for (let round = 0; round < 200; round += 1) {
      const algorithm = ALGORITHMS[round % 2];
      const deriveKey = algorithm === "SHA-256" ? sha : pbkdf2;
      const keyPrefix = Array.from({ length: 1 + draw(3) }, () => draw(16).toString(16)).join("");
      const keyLength = 16 + draw(17);
      const challenge = await createChallenge({
        algorithm,
        deriveKey,
        keyPrefix,
        keyLength,
        cost: 1 + draw(keyPrefix.length < 3 ? 60 : 5),
        expiresAt: new Date(Date.now() + 300_000),
        data: draw(2) ? { practice: "flgr:1", name: "Обмен", round } : undefined,
        hmacSignatureSecret: "secret",
      });
      const { challenge: sent, solution } = JSON.parse(Buffer.from(await solved(challenge), "base64").toString());
      assert.deepEqual(sent, JSON.parse(JSON.stringify(challenge)));
      const verified = await verifySolution({ challenge: sent, solution, deriveKey, hmacSignatureSecret: "secret" });
      assert.equal(verified.verified, true, JSON.stringify({ challenge, solution, verified }));
      lengths.add(keyPrefix.length);
      // The last digit of the key is no longer that of the counter's.
      const forged = { ...solution, derivedKey: solution.derivedKey.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")) };
      assert.equal((await verifySolution({ challenge: sent, solution: forged, deriveKey, hmacSignatureSecret: "secret" })).verified, false);
    }
    assert.deepEqual([...lengths].sort(), [1, 2, 3]);
  });

  test(`${name}: the first counter that fits, whatever the lengths`, async (t) => {
    const solved = await make(t);
    for (const algorithm of ALGORITHMS) {
      for (const bytes of [1, 4, 23, 28, 55, 56, 59, 60, 61, 64, 65, 128]) {
        const [nonce, salt] = ["c5", "3e"].map((byte) => byte.repeat(bytes));
        const text = JSON.stringify(issue({ algorithm, nonce, salt, cost: 3, keyPrefix: "0" }));
        const { counter } = judge(text, await solved(text));
        const { parameters } = JSON.parse(text);
        for (let before = 0; before < counter; before += 1) assert.doesNotMatch(derive(parameters, before), /^0/);
      }
    }
  });
}

test("the challenge goes back as it came: objects by their order, texts to the byte", async () => {
  const challenge = issue();
  judge(JSON.stringify(challenge), await solve(challenge));
  const { parameters, signature } = issue({ data: undefined, expiresAt: undefined });
  const nulls = issue({ data: null, expiresAt: null });
  judge(JSON.stringify(nulls), await solve(nulls));
  const text = ` {"signature": "${signature}",\n "more": [1.0, "\\u0431ю"], "parameters": ${JSON.stringify(parameters)}, "2": 1, "1": 2}\n`;
  judge(text, await solve(text));
});

test("several at once, each with its own", async () => {
  const texts = Array.from({ length: 8 }, (_, at) => JSON.stringify(issue({ algorithm: ALGORITHMS[at % 2], cost: 20 + at })));
  const answers = await Promise.all(texts.map((text) => solve(text)));
  texts.forEach((text, at) => judge(text, answers[at]));
});

test("a challenge that cannot be read is an error that says which field, and what is accepted", async () => {
  const whole = issue();
  const fields = [
    ["parameters.nonce", ["", "abc", "zz", 5, null, undefined, "ab".repeat(129)], /1 to 128 bytes in hexadecimal/],
    ["parameters.salt", ["", "abc", "ab cd"], /1 to 128 bytes in hexadecimal/],
    ["parameters.cost", [0, -1, 1.5, "10", 1_000_001, undefined], /whole number from 1 to 1000000/],
    ["parameters.keyLength", [0, 33, "32", undefined], /whole number from 1 to 32/],
    ["parameters.keyPrefix", ["", "0x", "AB", 0, undefined, "0".repeat(65)], /small hexadecimal/],
    ["parameters.expiresAt", ["tomorrow", 0], /absent, or seconds/],
    ["parameters.data", [[], "a"], /absent, or an object/],
    ["parameters.algorithm", [undefined, 5], /must be a text/],
    ["parameters", [undefined, null, [], "a"], /must be an object/],
    ["signature", [undefined, "", "none", 7], /must be hexadecimal/],
  ];
  for (const [field, values, what] of fields) {
    for (const value of values) {
      const challenge = structuredClone(whole);
      const name = field.split(".").at(-1);
      (field.includes(".") ? challenge.parameters : challenge)[name] = value;
      await assert.rejects(solve(challenge), (error) => {
        assert.ok(error instanceof ChallengeError && error instanceof ObmenError);
        assert.deepEqual([error.name, error.code, error.field], ["ChallengeError", "challenge-field", field]);
        assert.match(error.message, what);
        return true;
      });
    }
  }
  for (const text of ["", "<!doctype html>", "[]", "null", '"a"']) {
    await assert.rejects(solve(text), { code: "challenge-json", field: undefined });
  }
  await assert.rejects(solve(undefined), { code: "challenge-json" });
  const circle = {};
  circle.parameters = circle;
  await assert.rejects(solve(circle), { code: "challenge-json" });
  for (const algorithm of ["ARGON2ID", "SHA-512", "PBKDF2/SHA-512", "sha-256"]) {
    await assert.rejects(solve(issue({ algorithm })), (error) => {
      assert.deepEqual([error.code, error.field], ["challenge-algorithm", "parameters.algorithm"]);
      return error.message.includes(algorithm) && ALGORITHMS.every((known) => error.message.includes(`\`${known}\``));
    });
  }
});

test("a challenge that was tampered with is answered, and its answer refused", async () => {
  const challenge = await createChallenge({ algorithm: "SHA-256", deriveKey: sha, cost: 50, hmacSignatureSecret: "secret" });
  challenge.parameters.cost = 1;
  const { solution } = JSON.parse(Buffer.from(await solve(challenge), "base64").toString());
  const { verified, invalidSignature } = await verifySolution({ challenge, solution, deriveKey: sha, hmacSignatureSecret: "secret" });
  assert.deepEqual([verified, invalidSignature], [false, true]);
});

/** Nobody finds this key. */
const ENDLESS = { keyPrefix: "0".repeat(64), cost: 100 };

for (const [name, make] of BOTH) {
  test(`${name}: a signal ends it with its reason, and the thread breathes`, async (t) => {
    const solved = await make(t);
    const reason = new Error("the visitor left");
    await assert.rejects(solved(issue(ENDLESS), { signal: AbortSignal.abort(reason) }), (error) => error === reason);
    const controller = new AbortController();
    const told = [];
    const beats = [];
    const heart = setInterval(() => beats.push(performance.now()), 1);
    setTimeout(() => controller.abort(reason), 300);
    await assert.rejects(solved(issue(ENDLESS), { signal: controller.signal, progress: (now) => told.push(now) }), (error) => error === reason);
    clearInterval(heart);
    const { length } = told;
    assert.ok(length >= 3 && beats.length >= 3, `${length} slices, ${beats.length} beats`);
    told.reduce((before, { tried, expected }) => {
      assert.ok(tried > before);
      assert.equal(expected, 16 ** 64);
      return tried;
    }, 0);
    await new Promise((later) => setTimeout(later, 50));
    assert.equal(told.length, length, "it went on");
  });
}

test("slices adapt to about 16 ms, and progress ends at the counter found", async () => {
  const controller = new AbortController();
  const at = [];
  const progress = () => at.push(performance.now()) >= 25 && controller.abort();
  await assert.rejects(solve(issue({ ...ENDLESS, cost: 20 }), { signal: controller.signal, progress }), { name: "AbortError" });
  const lengths = at.slice(10).map((time, after) => time - at[after + 9]).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)];
  // Wide, for a machine that does other work too.
  assert.ok(8 <= median && median <= 60, `${median} ms`);
  const told = [];
  const text = JSON.stringify(issue());
  const { counter } = judge(text, await solve(text, { progress: (now) => told.push(now) }));
  assert.deepEqual(told.at(-1), { tried: counter + 1, expected: 256 });
});

test("an error thrown by progress ends it", async () => {
  const oops = new Error("oops");
  const progress = () => {
    throw oops;
  };
  await assert.rejects(solve(issue(ENDLESS), { progress }), (error) => error === oops);
});

test("what is refused is told, and the work goes on without", async () => {
  const text = JSON.stringify(issue());
  const refusals = [];
  judge(text, await solve(text, { worker: true, refused: (error) => refusals.push(error) }));
  assert.ok(refusals.length === 1 && refusals[0] instanceof WorkerError && refusals[0].code === "worker");
  const other = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  for (const [wasm, code] of [[new Uint8Array(8), "wasm-content"], [other, "wasm-content"], [new Response("no", { status: 403 }), "wasm-status"]]) {
    const { solve: fresh } = await import(`${entry}?${Math.random()}`);
    const told = [];
    judge(text, await fresh(text, { wasm, refused: (error) => told.push(error) }));
    assert.ok(told.length === 1 && told[0] instanceof LoadError && told[0].code === code, String(told));
    // What is thrown there ends the work.
    const strict = (error) => {
      throw error;
    };
    await assert.rejects(fresh(text, { wasm: new Uint8Array(8), refused: strict }), { code: "wasm-content" });
    // The next call loads it.
    const file = new URL("package/solver_bg.wasm", built);
    judge(text, await fresh(text, { wasm: draw([file, readFileSync(file), WebAssembly.compile(readFileSync(file))]), refused: strict }));
  }
  await assert.rejects((await import(`${entry}?five`)).solve(text, { wasm: 5 }), { name: "OptionError", code: "option", message: /`wasm`.*`5`/ });
});

let drawn = 0;
const draw = (list) => list[drawn++ % list.length];
