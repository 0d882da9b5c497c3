// What the package promises beyond the vectors: its objects, its options, its errors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { built } from "./files.mjs";

const { load, LoadError, ObmenError, OptionError, RecordError } = await import(new URL("package/node.js", built));
const obmen = await load();
const withPages = await (await import(new URL("package/pages_node.js", built))).load();
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

test("pages are read by `obmen/pages` alone, which has all the rest too", () => {
  assert.equal("readPage" in obmen, false);
  assert.deepEqual(Object.keys(withPages).filter((name) => name !== "readPage"), Object.keys(obmen));
  // Each has its own wasm, and its own options.
  assert.equal(obmen.read("{}", { lang: "bg" }).report.diagnostics[0].message, "записът няма идентификатор");
  assert.equal(withPages.read("{}").report.diagnostics[0].message, "the record has no id");
  assert.equal(obmen.read("{}", { lang: "bg" }).report.diagnostics[0].message, "записът няма идентификатор");
});

test("load is idempotent", async () => {
  assert.equal(await load(), obmen);
  assert.equal(await load({ wasm: "http://nowhere.invalid/" }), obmen);
});

test("what cannot be loaded is an error with a code, and may be tried again", async () => {
  const fresh = await import(`${new URL("package/node.js", built)}?fresh`);
  // The entry is fresh, the library below it is one: only the source is looked at.
  await assert.rejects(fresh.load({ wasm: new Uint8Array(8) }), (error) => error instanceof LoadError && error.code === "wasm-content");
  for (const [options, said] of [
    [{ wasm: 5 }, "option `wasm` must be a URL, a Response, bytes or a WebAssembly.Module; given: `5`"],
    [{ wasm: {} }, "option `wasm` must be a URL, a Response, bytes or a WebAssembly.Module; given: `{}`"],
    [null, "the options must be an object; given: `null`"],
  ]) {
    await assert.rejects(fresh.load(options), (error) => error instanceof OptionError && error.code === "option" && error.message === said);
  }
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
  for (const [wrong, kind] of [[SOUND, "Object"], [undefined, "undefined"], [null, "null"], [5, "number"], [[1], "Array"], [new Map(), "Map"]]) {
    for (const read of [obmen.read, withPages.readPage]) {
      assert.throws(() => read(wrong), (error) => {
        assert.ok(error instanceof RecordError && error instanceof ObmenError && error.code === "record-input", String(error));
        return error.message.includes(`neither: ${kind}; give a string`);
      });
    }
  }
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
});

const cycle = { ...SOUND, network: { members: [{ role: "lead", organisation: {} }] } };
cycle.network.members[0].organisation.network = cycle.network;
const MAPS = { Map: new Map([["en", "x"]]), Set: new Set(), Promise: Promise.resolve(), Uint8Array: new Uint8Array(2), String: new String("x") };
const thrown = new Error("no connection");
const thrower = (toJSON) => ({ ...SOUND, results: { items: [{}, { title: { toJSON } }] } });
const gone = Proxy.revocable({}, {});
gone.revoke();
const UNSAYABLE = [
  [cycle, "record-cycle", "/network/members/0/organisation/network", /^this object holds itself$/],
  [{ a: 1n }, "record-value", "/a", /^JSON cannot say this: bigint$/],
  [{ "a/b~": [5, { c: 10n ** 20n }] }, "record-value", "/a~1b~0/1/c", /: bigint$/],
  [{ project: { budget: { amount: NaN } } }, "record-value", "/project/budget/amount", /: NaN$/],
  [{ title: () => "x" }, "record-value", "/title", /: function$/],
  [{ themes: ["waste", Symbol("x")] }, "record-value", "/themes/1", /: symbol$/],
  ...Object.entries(MAPS).flatMap(([kind, value]) => [
    [value, "record-value", "", new RegExp(`: ${kind}$`)],
    [{ title: value }, "record-value", "/title", new RegExp(`: ${kind}$`)],
  ]),
  [thrower(() => { throw thrown; }), "record-throws", "/results/items/1/title", /^reading this throws: no connection$/],
  [thrower(() => { throw undefined; }), "record-throws", "/results/items/1/title", /^reading this throws: undefined$/],
  [thrower(() => new Map()), "record-value", "/results/items/1/title", /: Map$/],
  [{ get title() { throw thrown; } }, "record-throws", "/title", /: no connection$/],
  [{ title: gone.proxy }, "record-throws", "/title", /revoked/],
];

test("an object that JSON cannot say is refused with a code, a place and a mend, not bent", () => {
  for (const [record, code, pointer, reason] of UNSAYABLE) {
    // Bytes are no object for `check`, and the text of a record for the others.
    for (const call of ArrayBuffer.isView(record) ? [obmen.check] : [obmen.check, obmen.write, obmen.mend]) {
      assert.throws(() => call(record), (error) => {
        assert.ok(error instanceof RecordError && error instanceof ObmenError && error instanceof Error, String(error));
        assert.deepEqual([error.name, error.code, error.pointer], ["RecordError", code, pointer]);
        assert.match(error.reason, reason);
        assert.equal(error.message, `${pointer && `${pointer}: `}${error.reason}; ${error.help}`);
        if (String(reason).includes("no connection")) assert.equal(error.cause, thrown);
        return true;
      });
    }
  }
  assert.throws(() => obmen.check({ a: 1n }, { lang: "bg" }), /^RecordError: \/a: JSON не може.*bigint; направете/);
  assert.throws(() => obmen.text(MAPS.Map, "en"), RecordError);
  assert.throws(() => obmen.text({ en: 5n }, "en"), RecordError);
  assert.equal(obmen.check(SOUND).ok, true);
});

test("an object is written as JSON.stringify writes it", () => {
  class Office {
    name = { en: "Sofia Municipality" };
    nothing = undefined;
  }
  const shared = { bg: "Обмен \ud800 \u2028" };
  const records = [
    Object.assign(Object.create(null), SOUND),
    { ...SOUND, initiator: new Office(), published: new Date(0), title: shared, summary: shared, extra: [undefined, , null, -0, 1e21, true, { toJSON: (key) => key }] },
    JSON.parse('{"__proto__": {"x": 1}, "b": {"2": 1, "1": 2}}'),
    { toJSON: () => SOUND },
    { toJSON: () => undefined },
  ];
  for (const record of records) {
    const text = JSON.stringify(record) ?? "null";
    assert.deepEqual(obmen.check(record), obmen.check(JSON.parse(text)));
    assert.equal(obmen.write(record), obmen.write(text));
  }
});

test("an object that nests too deep is a finding, as a text is, however deep", () => {
  const nested = (depth, kind) => {
    let record = kind === "array" ? [] : {};
    for (let n = 0; n < depth; n += 1) record = kind === "array" ? [record] : { a: record };
    return { ...SOUND, extra: record };
  };
  for (const kind of ["array", "object"]) {
    const [expected] = obmen.read(JSON.stringify(nested(100, kind))).report.diagnostics;
    for (const depth of [100, 998, 1003, 20_000, 1_000_000]) {
      const { ok, practice, report } = obmen.check(nested(depth, kind));
      assert.deepEqual([ok, practice, report.errors], [false, undefined, 1]);
      assert.deepEqual({ ...report.diagnostics[0], position: expected.position }, expected, `${kind} ${depth}`);
      assert.equal(obmen.write(nested(depth, kind)), undefined);
    }
  }
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

test("an option that cannot be followed is named, with what was given and what is accepted, and changes nothing", () => {
  const LANG = "option `lang` must be `en` or `bg`";
  const TODAY = "option `today` must be a day, such as `2026-11-24`";
  const PROFILE = "option `profile` must be `publish` or `draft`";
  const EDITION = "option `rulesAsOf` must be a whole number from 1";
  const THEMES = "option `themes` must be a list of words";
  const WEIGHT = "option `severities/network/alone` must be `hint`, `warning`, `error` or `off`";
  const OBJECT = "the options must be an object";
  const around = {};
  around.around = around;
  for (const [options, message] of [
    [null, `${OBJECT}; given: \`null\``],
    [5n, `${OBJECT}; given: \`5n\``],
    ["bg", `${OBJECT}; given: \`"bg"\``],
    [[], `${OBJECT}; given: \`[]\``],
    [new Map([["lang", "bg"]]), `${OBJECT}; given: a Map`],
    [() => ({}), `${OBJECT}; given: a function`],
    [{ lang: "de" }, `${LANG}; given: \`"de"\``],
    [{ lang: 5 }, `${LANG}; given: \`5\``],
    [{ lang: null }, `${LANG}; given: \`null\``],
    [{ lang: ["bg"] }, `${LANG}; given: \`["bg"]\``],
    [{ lang: {} }, `${LANG}; given: \`{}\``],
    [{ lang: 1n }, `${LANG}; given: \`1n\``],
    [{ lang: Symbol("bg") }, `${LANG}; given: a symbol`],
    [{ lang: around }, `${LANG}; given: \`{"around":…}\``],
    [{ lang: "x".repeat(1000) }, `${LANG}; given: a string`],
    [{ today: "2026-02-30" }, `${TODAY}; given: \`"2026-02-30"\``],
    [{ today: new Date(NaN) }, `${TODAY}; given: an invalid Date`],
    [{ today: 1n }, `${TODAY}; given: \`1n\``],
    [{ today: 20261124 }, `${TODAY}; given: \`20261124\``],
    [{ profile: "strict" }, `${PROFILE}; given: \`"strict"\``],
    [{ profile: null }, `${PROFILE}; given: \`null\``],
    [{ profile: () => "draft" }, `${PROFILE}; given: a function`],
    [{ defaultLanguage: "bg_BG" }, 'option `defaultLanguage` must be a language tag, such as `bg`; given: `"bg_BG"`'],
    [{ defaultLanguage: Symbol("bg") }, "option `defaultLanguage` must be a language tag, such as `bg`; given: a symbol"],
    [{ rulesAsOf: 0 }, `${EDITION}; given: \`0\``],
    [{ rulesAsOf: 1n }, `${EDITION}; given: \`1n\``],
    [{ rulesAsOf: NaN }, `${EDITION}; given: \`NaN\``],
    [{ rulesAsOf: null }, `${EDITION}; given: \`null\``],
    [{ themes: new Set(["waste"]) }, `${THEMES}; given: a Set`],
    [{ themes: ["waste", 1n] }, `${THEMES}; given: \`["waste",…]\``],
    [{ severities: new Map() }, "option `severities` must be an object of codes; given: a Map"],
    [{ severities: { "network/alone": 5n } }, `${WEIGHT}; given: \`5n\``],
    [{ severities: { "network/alone": around } }, `${WEIGHT}; given: \`{"around":…}\``],
    [{ severities: { get "network/alone"() { throw thrown; } } }, undefined],
    [{ severities: { "network/no-led": "off" } }, 'option `severities/network/no-led` must be absent: there is no rule of this code, but `network/no-lead`; given: `"off"`'],
    [{ profil: "draft" }, 'option `profil` must be absent: there is none of this name, but `profile`; given: `"draft"`'],
    [{ default_language: "bg" }, 'option `default_language` must be absent: there is none of this name, but `defaultLanguage`; given: `"bg"`'],
    [JSON.parse('{"__proto__": 5}'), "option `__proto__` must be absent: there is none of this name; given: `5`"],
    [{ constructor: 5 }, "option `constructor` must be absent: there is none of this name; given: `5`"],
  ]) {
    for (const call of [
      () => obmen.read("{}", options), () => obmen.check({}, options), () => withPages.readPage("x", options),
      () => obmen.write({}, options), () => obmen.mend({}, options), () => obmen.practice(options),
    ]) {
      assert.throws(call, (error) => {
        if (message === undefined) return true;
        assert.ok(error instanceof OptionError && error instanceof ObmenError && error instanceof Error, String(error));
        assert.deepEqual([error.code, error.message], ["option", message]);
        return true;
      });
    }
  }
  assert.throws(() => obmen.mend({}, { suggested: "yes" }), /option `suggested` must be `true` or `false`; given: `"yes"`/);
  assert.throws(() => obmen.practice({ jsonSchema: "schema.json" }), /option `jsonSchema` must be .*; given: `"schema.json"`/);
  assert.equal(obmen.check(SOUND).ok, true);
});

test("options that are absent are as none", () => {
  const none = { lang: undefined, today: undefined, profile: undefined, severities: undefined, defaultLanguage: undefined, rulesAsOf: undefined, themes: undefined };
  const expected = obmen.check({});
  for (const options of [undefined, {}, none, Object.create(null)]) assert.deepEqual(obmen.check({}, options), expected);
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
  const { practice, evidence, text, written } = withPages.readPage(page);
  assert.equal(practice.initiator.territory, "DOB17");
  const { start, end, grade } = evidence.find(({ pointer }) => pointer === "/initiator/name/bg");
  assert.deepEqual([text.slice(start, end), grade], ["Община Каварна", "stated"]);
  assert.deepEqual(JSON.parse(written), practice);
  for (const html of ["<!DOCTYPE html><p>x", " <html lang=bg>", "\ufeff<?xml version='1.0'?>", encode("<div>")]) {
    assert.throws(() => withPages.readPage(html), (error) => error.code === "html");
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
