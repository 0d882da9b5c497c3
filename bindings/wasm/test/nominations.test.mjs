// What `obmen/nominations` does beside the vectors: defaults, secrets, errors, and a site that starts anew.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";

import { built } from "./files.mjs";

const { load, LoadError, ObmenError, OptionError, RefusedError } = await import(new URL("package/nominations-node.js", built));
const { solve: solveInSlices } = await import(new URL("package/solver-node.js", built));
const votes = await load();
const { Admission, Keys } = votes;

const PRACTICE = "flgr:20070736";
const NOW = 1_775_000_000;
const policy = {
  edition: "2026-spring",
  scope: "bg",
  opens: "2026-03-01T00Z",
  closes: "2026-06-01T00Z",
  classes: ["typed", "pow", "email", "eid"],
  challenge: { algorithm: "SHA-256", cost: 1 },
};
const keys = Keys.generate("2026-spring", "2026-03");
const made = (more) => new Admission({ site: "obmen.example.bg", policy, keys, open: [PRACTICE], ...more });
const eid = { practice: PRACTICE, class: "eid" };
const who = (voter) => ({ person: `BG/${voter}`, now: NOW });

test("a vote goes the whole way, by the clock and by chance", () => {
  const [admission, hour] = [made({ policy: { ...policy, opens: "2020-01-01T00Z", closes: "2999-01-01T00Z" } }), new Date().toISOString().slice(0, 13)];
  const challenges = [1, 2].map(() => admission.challenge(PRACTICE));
  assert.notEqual(challenges[0], challenges[1]);
  const { expiresAt } = JSON.parse(challenges[0]).parameters;
  assert.ok(expiresAt > Date.now() / 1000 && expiresAt <= Date.now() / 1000 + 600, String(expiresAt));
  const vote = { practice: PRACTICE, class: "pow", voter: "q0jZJYy3ZfRkG4tN", answer: votes.solve(challenges[0]) };
  const { decision, entry, leaf, withdrawal } = admission.admit(vote);
  assert.deepEqual([decision, entry.seq, entry.class, entry.practice], ["counted", 0, "pow", PRACTICE]);
  assert.ok([`${hour}Z`, `${new Date().toISOString().slice(0, 13)}Z`].includes(entry.hour), entry.hour);
  assert.match(withdrawal, /^[\da-f]{64}$/);
  const line = JSON.stringify(entry);
  assert.deepEqual(votes.readEntry(line), entry);
  assert.equal(votes.leafHash(line), leaf);
  assert.equal(votes.leafHash(new TextEncoder().encode(line)), leaf);
  assert.equal(entry.tag, votes.tag(keys, admission.edition, PRACTICE, "browser", vote.voter));
  assert.equal(votes.edition({ ...policy, opens: "2020-01-01T00Z", closes: "2999-01-01T00Z" }), admission.edition);
  const again = admission.admit(vote, { lang: "bg" });
  assert.deepEqual([again.decision, again.code], ["refused", "nomination/replayed"]);
  assert.match(again.message, /^[а-я` ]+$/);
});

test("the solver of pages solves what an admission asks", async () => {
  const admission = made();
  const answer = await solveInSlices(admission.challenge(PRACTICE, "vote", { now: NOW }));
  const vote = { practice: PRACTICE, class: "pow", voter: "q0jZJYy3ZfRkG4tN", answer };
  assert.equal(admission.admit(vote, { now: new Date(NOW * 1000) }).decision, "counted");
});

test("a picture's code counts, once; an address is proven by what is sent", () => {
  const admission = made();
  const { code, token } = admission.picture(PRACTICE, { now: NOW });
  const typed = { practice: PRACTICE, class: "typed", voter: "q0jZJYy3ZfRkG4tN", token, code };
  assert.equal(admission.admit(typed, { now: NOW }).decision, "counted");
  assert.equal(admission.admit(typed, { now: NOW }).code, "nomination/replayed");
  const answer = votes.solve(admission.challenge(PRACTICE, "confirm", { now: NOW }));
  const asked = admission.admit({ practice: PRACTICE, class: "email", address: "a@example.bg", answer, confirm: "code" }, { now: NOW });
  assert.equal(asked.decision, "provisional");
  const { minutes, token: sent, code: typedCode } = asked.send;
  assert.equal(minutes, 60);
  for (const shown of [JSON.stringify(asked), JSON.stringify({ ...asked }), inspect(asked)]) {
    assert.ok(!shown.includes(sent) && !shown.includes(typedCode), shown);
  }
  const proof = { practice: PRACTICE, class: "email", address: "a@example.bg", token: sent, code: typedCode };
  assert.equal(admission.admit(proof, { now: NOW }).decision, "counted");
});

test("practices are closed and opened, networks limited, keys changed", () => {
  const admission = made();
  admission.close(PRACTICE);
  assert.throws(() => admission.challenge(PRACTICE, "vote", { now: NOW }), { code: "nomination/practice-closed" });
  admission.open(PRACTICE);
  admission.limit(1);
  const caller = "192.0.2.7";
  const decided = ["1", "2"].map((voter) => admission.admit(eid, { ...who(`800101000${voter}`), caller }));
  assert.deepEqual([decided[0].decision, decided[1].code], ["counted", "nomination/too-many"]);
  const challenge = admission.challenge(PRACTICE, "vote", { now: NOW });
  assert.throws(() => admission.rekey(Keys.generate("2026-spring", "2026-04")), { code: "nomination/bad-key" });
  admission.rekey(keys.rotateSite("2026-04").rotateSite("2026-05"));
  const vote = { practice: PRACTICE, class: "pow", voter: "q0jZJYy3ZfRkG4tN", answer: votes.solve(challenge) };
  assert.equal(admission.admit(vote, { now: NOW }).code, "nomination/unknown-key");
});

test("a site that starts anew with its log counts nobody twice", () => {
  const admission = made();
  const [first, second] = ["8001010000", "8001010001"].map((voter) => JSON.stringify(admission.admit(eid, who(voter)).entry));
  for (const log of [`${first}\n${second}\n`, [first, second], new Set([first, second])]) {
    const anew = made({ log });
    assert.equal(anew.admit(eid, who("8001010001")).decision, "duplicate");
    assert.equal(anew.admit(eid, who("8001010002")).entry.seq, 2);
  }
  const refused = (log, code, filled, more) =>
    assert.throws(() => made({ log, ...more }), (error) => {
      assert.ok(error instanceof RefusedError && error.code === code, String(error));
      for (const [name, value] of Object.entries(filled)) assert.equal(error.arguments[name], value);
      return true;
    });
  refused(second, "nomination/entry-bad-value", { field: "seq", value: "1", expected: "0" });
  refused([first, first], "nomination/entry-bad-value", { field: "seq", value: "0", expected: "1" });
  refused(first, "nomination/entry-bad-value", { field: "origin", value: "obmen.example.bg", expected: "other.example.bg" }, { site: "other.example.bg" });
  refused(`${first}\n\n${second}`, "nomination/entry-not-json", {});
});

test("keys are told by their ids alone", () => {
  const secrets = JSON.parse(keys.text());
  assert.match(secrets.site[0].secret, /^[\da-f]{64}$/);
  assert.deepEqual(Keys.read(keys.text()).ids, { site: ["2026-03"], scope: ["2026-03"] });
  const admission = made();
  const shown = [
    String(keys), inspect(keys), inspect({ keys }, { depth: 9, showHidden: true }), JSON.stringify({ keys }), inspect(structuredClone(keys)),
    inspect(admission, { depth: 9, showHidden: true }), JSON.stringify(admission), `${Object.getOwnPropertyNames(keys)}`,
  ];
  for (const key of ["site", "scope"]) {
    const [{ secret }] = secrets[key];
    for (const text of shown) assert.ok(!text.includes(secret) && !text.includes(secret.slice(0, 12)), text);
    const wrong = keys.text().replace(secret, secret.slice(2).toUpperCase());
    for (const call of [() => Keys.read(wrong), () => Keys.read(wrong.slice(1)), () => Keys.read(secrets), () => votes.tag(secrets, "a", "b", "email", "c")]) {
      assert.throws(call, (error) => error instanceof ObmenError && !inspect(error, { showHidden: true, depth: 9 }).includes(secret.slice(4, 12)));
    }
  }
  assert.equal(String(keys), "Keys(edition: 2026-spring; site: 2026-03; scope: 2026-03)");
  assert.equal(JSON.stringify(keys), '{"site":["2026-03"],"scope":["2026-03"]}');
  const own = Keys.generate("2026-spring", "own", { chance: Uint8Array.from({ length: 64 }, (_, at) => at) });
  assert.equal(JSON.parse(own.text()).scope[0].secret.slice(0, 8), "20212223");
  own.free();
  assert.throws(() => own.text());
  assert.throws(() => Keys.generate("2026-spring", "dull", { chance: new Uint8Array(64) }), { code: "nomination/bad-key" });
});

test("keys change into other keys, and stay as they were", () => {
  const rotated = keys.rotateSite("2").rotateScope("3", { chance: Uint8Array.from({ length: 32 }, (_, at) => at) });
  assert.deepEqual([rotated.ids, keys.ids], [{ site: ["2", "2026-03"], scope: ["3", "2026-03"] }, { site: ["2026-03"], scope: ["2026-03"] }]);
  assert.throws(() => rotated.rotateScope("4"), { code: "nomination/bad-key" });
  const anew = rotated.beginEdition("2026-autumn", "4");
  assert.deepEqual([anew.edition, anew.ids], ["2026-autumn", { site: ["2", "2026-03"], scope: ["4"] }]);
  assert.throws(() => made({ keys: anew }), { code: "nomination/keys-of-other-edition" });
  assert.throws(() => keys.destroyScope(policy, { now: NOW }), { code: "nomination/appeals-open" });
  const destroyed = keys.destroyScope(policy, { now: new Date("2026-07-01T00:00Z") });
  assert.deepEqual(destroyed.ids.scope, []);
  assert.throws(() => made({ keys: destroyed }), { code: "nomination/keys-destroyed" });
});

test("what a visitor says of themselves is not believed", () => {
  const admission = made();
  const refused = (request, known, code) => assert.equal(admission.admit(request, { now: NOW, ...known }).code, code);
  refused({ ...eid, person: "BG/1" }, {}, "nomination/request-unknown-field");
  refused(eid, {}, "nomination/not-identified");
  refused(eid, { person: "BG/1", member: true }, "nomination/own-practice");
  refused(eid, { person: 5 }, "nomination/request-bad-value");
  refused(eid, { person: "BG/1", caller: "here" }, "nomination/request-bad-value");
});

test("what is refused outside `admit` is an error with its code, in both languages", () => {
  assert.throws(() => votes.normaliseEmail("nobody"), (error) => {
    assert.ok(error instanceof RefusedError && error instanceof ObmenError);
    assert.deepEqual([error.name, error.code, error.arguments.reason], ["RefusedError", "organisation/email", "no-at"]);
    const { code, arguments: filled, message, help } = error;
    assert.deepEqual(error.told("en"), { code, arguments: filled, message, help });
    assert.match(error.told("bg").message, /[а-я]/);
    assert.throws(() => error.told("de"), OptionError);
    return true;
  });
  assert.throws(() => made({ policy: { ...policy, edition: "" } }), { code: "nomination/policy-bad-value" });
  assert.throws(() => made({ site: "No Name" }), { code: "nomination/entry-bad-value" });
  assert.throws(() => votes.readEntry('{"v": 1}'), { code: "nomination/entry-missing-field" });
  assert.throws(() => votes.solve("{}"), { name: "RefusedError" });
  assert.equal(votes.normaliseEmail(" Ivan.Petrov+obmen@GMail.com "), "ivanpetrov@gmail.com");
});

test("what no visitor can do wrong is an OptionError that says what is accepted", () => {
  const admission = made();
  for (const [call, message] of [
    [() => made({ keys: { site: [], scope: [] } }), /keys must be `Keys`/],
    [() => made({ open: PRACTICE }), /`open` must be a list/],
    [() => made({ nonces: -1 }), /`nonces` must be a whole number/],
    [() => made({ policy: [] }), /`policy` must be an object/],
    [() => made({ site: undefined }), /`site` must be a text; given: `undefined`/],
    [() => admission.challenge(PRACTICE, "withdraw"), /must be `vote` or `confirm`; given: `"withdraw"`/],
    [() => admission.challenge(PRACTICE, "vote", { now: NaN }), /`now` must be seconds since 1970, or a Date; given: `NaN`/],
    [() => admission.picture(PRACTICE, { now: new Date(NaN) }), /`now`.*invalid Date/],
    [() => admission.picture(PRACTICE, { chance: new Uint8Array(15) }), /`chance` must be 16 bytes/],
    [() => admission.admit({ practice: 5n }), /a request must hold what JSON can say, also at `practice`/],
    [() => admission.admit({}, { lang: "de" }), /`lang` must be `en` or `bg`; given: `"de"`/],
    [() => admission.admit(), /a request must be an object/],
    [() => votes.tag(keys, "a", "b", "sms", "c"), /must be `browser`, `email` or `person`/],
    [() => votes.readEntry(5), /a line must be/],
    [() => admission.limit(1.5), /a limit must be a whole number/],
  ]) {
    assert.throws(call, (error) => error instanceof OptionError && error.code === "option" && message.test(error.message), String(message));
  }
});

test("the wasm is loaded from where it lies, once; another is refused", async () => {
  assert.equal(await load({ wasm: "http://nowhere.invalid/" }), votes);
  const fresh = () => import(new URL(`package/nominations-node.js?${Math.random()}`, built));
  assert.equal((await (await fresh()).load({ wasm: readFileSync(new URL("package/nominations_bg.wasm", built)) })).Keys, Keys);
  await assert.rejects((await fresh()).load({ wasm: new Uint8Array(8) }), LoadError);
});
