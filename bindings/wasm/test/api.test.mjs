// What the package promises beyond the vectors: its objects, its options, its errors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { built } from "./files.mjs";

const { load, LoadError, ObmenError, OptionError } = await import(new URL("package/node.js", built));
const obmen = await load();
const encode = (text) => new TextEncoder().encode(text);
const codes = (reading) => reading.report.diagnostics.map(({ code }) => code);

const SOUND = {
  format: 1,
  id: "a",
  language: "en",
  title: { en: "Cycle lanes" },
  description: { en: "Twelve kilometres of lanes were built." },
  initiator: { name: { en: "Sofia Municipality" } },
  published: "2013",
};

test("load is idempotent", async () => {
  assert.equal(await load(), obmen);
  assert.equal(await load({ wasm: "http://nowhere.invalid/" }), obmen);
});

test("what cannot be loaded is an error with a code, and may be tried again", async () => {
  const fresh = await import(`${new URL("package/node.js", built)}?fresh`);
  // The entry is fresh, the library below it is one: only the source is looked at.
  await assert.rejects(fresh.load({ wasm: new Uint8Array(8) }), (error) => error instanceof LoadError && error.code === "wasm-content");
  await assert.rejects(fresh.load({ wasm: 5 }), TypeError);
  const file = new URL("package/wasm_bg.wasm", built);
  const bytes = readFileSync(file);
  assert.equal(await fresh.load({ wasm: new Response(bytes) }), obmen);
  for (const wasm of [file, bytes, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), await WebAssembly.compile(bytes)]) {
    const again = await import(`${new URL("package/node.js", built)}?${Math.random()}`);
    assert.equal(await again.load({ wasm }), obmen);
  }
});

test("text and every view of bytes are read alike", () => {
  const text = JSON.stringify({ ...SOUND, titel: "ю 💡" });
  const bytes = encode(text);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const expected = obmen.read(text);
  for (const input of [bytes, bytes.buffer, new DataView(bytes.buffer), shifted.subarray(3), Buffer.from(text)]) {
    assert.deepEqual(obmen.read(input), expected);
  }
  assert.throws(() => obmen.read(SOUND), TypeError);
});

test("the practice is what the text said when it was read", () => {
  const bytes = encode(JSON.stringify(SOUND));
  const first = obmen.read(bytes);
  bytes.fill(32);
  assert.deepEqual(first.practice, SOUND);
  assert.equal(first.practice, first.practice);
  assert.deepEqual({ ...first }.practice, SOUND);
  assert.equal(structuredClone(first).practice.id, "a");
  assert.equal(obmen.read("[]").practice, undefined);
});

test("a reading keeps its own options", () => {
  const text = '{"title": "Обмен"}';
  const bulgarian = obmen.read(text, { defaultLanguage: "bg" });
  const german = obmen.read(text, { defaultLanguage: "de" });
  assert.deepEqual(bulgarian.practice.title, { bg: "Обмен" });
  assert.deepEqual(german.practice.title, { de: "Обмен" });
});

test("objects are plain, whatever their keys", () => {
  const { practice } = obmen.read('{"extra": {"__proto__": {"x": 1}, "constructor": 2, "a": [9007199254740991]}}');
  assert.equal(Object.getPrototypeOf(practice), Object.prototype);
  assert.equal(Object.getPrototypeOf(practice.extra), Object.prototype);
  assert.deepEqual(Object.keys(practice.extra), ["__proto__", "constructor", "a"]);
  assert.equal(typeof practice.extra.a[0], "number");
  assert.equal({}.x, undefined);
});

test("ok says whether there is an error", () => {
  assert.equal(obmen.check(SOUND).ok, true);
  assert.equal(obmen.check({}).ok, false);
  assert.equal(obmen.check({}, { profile: "draft" }).ok, true);
  assert.deepEqual(obmen.check(SOUND).report.diagnostics.map(({ position }) => position), obmen.check(SOUND).report.diagnostics.map(() => undefined));
  for (const nothing of [undefined, null, 5, "text", []]) assert.deepEqual(codes(obmen.check(nothing)), ["shape/wrong-type"]);
  const cycle = {};
  cycle.self = cycle;
  for (const what of [cycle, { a: 1n }]) assert.throws(() => obmen.check(what), TypeError);
});

test("positions count UTF-16 units, as strings do", () => {
  const text = '{"title": "💡ю",\n "x💡": 1, "titel": 2}';
  for (const { code, pointer, position } of obmen.read(text).report.diagnostics) {
    if (code !== "shape/unknown-field") continue;
    const line = text.split("\n")[position.line - 1];
    assert.equal(line[position.column - 1], pointer === "/titel" ? "2" : "1");
  }
});

test("today is today unless told otherwise", () => {
  const tomorrow = new Date(Date.now() + 26 * 3600e3);
  const day = `${tomorrow.getFullYear()}-${String(tomorrow.getMonth() + 1).padStart(2, "0")}-${String(tomorrow.getDate()).padStart(2, "0")}`;
  const record = { ...SOUND, published: day };
  const future = (options) => codes(obmen.check(record, options)).includes("practice/future-publication");
  assert.equal(future(), true);
  assert.equal(future({ today: tomorrow }), false);
  assert.equal(future({ today: day }), false);
  assert.equal(future({ today: null }), false);
});

test("messages are in the language asked for", () => {
  const message = (lang) => obmen.read("{}", { lang }).report.diagnostics[0].message;
  assert.match(message("en"), /^[a-z ]+$/);
  assert.match(message("bg"), /^[а-я ]+$/);
});

test("an option that cannot be followed is named, and changes nothing", () => {
  for (const [options, message] of [
    [{ lang: "de" }, "option `lang` must be `en` or `bg`"],
    [{ today: "2026-02-30" }, "option `today` must be a day, such as `2026-11-24`"],
    [{ rulesAsOf: 0 }, "option `rulesAsOf` must be a whole number from 1"],
    [{ profil: "draft" }, "option `profil` must be absent: there is none of this name, but `profile`"],
    [{ severities: { "network/no-led": "off" } }, "option `severities/network/no-led` must be absent: there is no rule of this code, but `network/no-lead`"],
  ]) {
    for (const call of [() => obmen.read("{}", options), () => obmen.check({}, options), () => obmen.practice(options)["~standard"].validate({})]) {
      assert.throws(call, (error) => {
        assert.ok(error instanceof OptionError && error instanceof ObmenError && error instanceof Error);
        assert.deepEqual([error.code, error.message], ["option", message]);
        return true;
      });
    }
  }
  assert.equal(obmen.check(SOUND).ok, true);
});

test("what is written is read as the same", () => {
  const text = obmen.write(SOUND);
  assert.equal(text, JSON.stringify(SOUND));
  assert.equal(obmen.write(text), text);
  assert.equal(obmen.write(encode(text)), text);
  assert.equal(obmen.write("[]"), undefined);
});

test("mends are applied, the suggested ones when asked", () => {
  const record = { ...SOUND, titel: 5, language: "EN" };
  const certain = obmen.mend(record);
  const suggested = obmen.mend(record, { suggested: true });
  assert.equal(certain.practice.language, "en");
  assert.ok(certain.applied >= 1 && suggested.applied >= certain.applied);
  assert.deepEqual(JSON.parse(certain.written), certain.practice);
  assert.equal(obmen.mend("[]"), undefined);
});

test("the best text comes with its language", () => {
  const title = { bg: "Обмен", "en-GB": "Exchange" };
  assert.deepEqual(obmen.text(title, "fr", "en"), { value: "Exchange", lang: "en-GB" });
  assert.deepEqual(obmen.text(title, "fr"), { value: "Обмен", lang: "bg" });
  assert.deepEqual(obmen.text("Обмен", "bg"), { value: "Обмен", lang: "und" });
  for (const nothing of [undefined, null, {}]) assert.equal(obmen.text(nothing, "bg"), undefined);
});

test("a page is read with its evidence; HTML is refused", () => {
  const page = "💡\n\nПредистория\n\nИнициатор на практиката е Община Каварна.\n\nПрактика\n\nРезултати\n\nИноватор: -\n";
  const { practice, evidence, text, written } = obmen.readPage(page);
  assert.equal(practice.initiator.territory, "DOB17");
  const { start, end, grade } = evidence.find(({ pointer }) => pointer === "/initiator/name/bg");
  assert.deepEqual([text.slice(start, end), grade], ["Община Каварна", "stated"]);
  assert.deepEqual(JSON.parse(written), practice);
  for (const html of ["<!DOCTYPE html><p>x", " <html lang=bg>", "\ufeff<?xml version='1.0'?>", encode("<div>")]) {
    assert.throws(() => obmen.readPage(html), (error) => error.code === "html");
  }
});

test("hostile input is answered", () => {
  for (const text of ["", "\0", "{".repeat(1e5), "[".repeat(1e6), '"\ud800"', '{"a":'.repeat(100), "\ufeff{}", "nul", '{"id": "\\ud800"}']) {
    assert.ok(Array.isArray(obmen.read(text).report.diagnostics), text.slice(0, 20));
  }
  assert.deepEqual(codes(obmen.read(new Uint8Array([0xff, 0xfe]))), ["shape/bad-encoding"]);
  assert.deepEqual(codes(obmen.read(new Uint8Array((16 << 20) + 1))), ["shape/too-large"]);
  assert.equal(obmen.check(SOUND).ok, true);
});

test("twenty thousand readings leave no memory behind", () => {
  const bytes = encode(JSON.stringify({ ...SOUND, titel: "x".repeat(1000) }));
  const size = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let n = 0; n < 2000; n += 1) obmen.read(bytes).practice;
  const before = size();
  for (let n = 0; n < 20_000; n += 1) obmen.read(bytes).practice;
  assert.ok(size() - before < 64 << 20, `${size() - before} bytes more`);
});
