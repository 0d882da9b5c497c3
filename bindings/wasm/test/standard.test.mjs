// The record as a Standard Schema: by its own rules, and in the hands of libraries that know nothing of obmen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { built } from "./files.mjs";

const { load } = await import(new URL("package/node.js", built));
const jsonSchema = JSON.parse(readFileSync(new URL("package/schema.json", built), "utf8"));
const obmen = await load();

const RECORD = {
  id: "a",
  language: "en",
  title: "Cycle lanes",
  description: "Twelve kilometres of lanes were built.",
  initiator: { name: "Sofia Municipality" },
  published: "2013",
};
const BROKEN = { ...RECORD, published: "tomorrow", media: [{ url: "http://example.org/" }, { url: "http//x" }] };

test("a sound record comes back canonical, a broken one with issues and paths", () => {
  const { version, vendor, validate } = obmen.practice({ lang: "bg" })["~standard"];
  assert.deepEqual([version, vendor], [1, "obmen"]);
  assert.deepEqual(validate(RECORD).value.title, { en: "Cycle lanes" });
  const { issues } = validate(BROKEN);
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [
    ["link/malformed", ["media", 1, "url"]],
    ["shape/bad-value", ["published"]],
  ]);
  assert.ok(issues.every(({ message, help }) => /[а-я]/.test(message) && /[а-я]/.test(help)));
  for (const nothing of [undefined, null, [], 5]) assert.deepEqual(validate(nothing).issues.map(({ path }) => path), [[]]);
});

test("an object that JSON cannot say has an issue at its place, in the language asked for", () => {
  const { validate } = obmen.practice({ lang: "bg" })["~standard"];
  const around = { ...RECORD, results: { items: [{}] } };
  around.results.items[0].indicator = around.results;
  const deep = (levels) => (levels === 0 ? {} : { a: deep(levels - 1) });
  const thrower = () => { throw new Error("няма връзка"); };
  for (const [value, code, path] of [
    [{ ...RECORD, project: { budget: { amount: 5n } } }, "record-value", ["project", "budget", "amount"]],
    [{ ...RECORD, media: [{}, { url: new Map() }] }, "record-value", ["media", 1, "url"]],
    [{ ...RECORD, stated_nominations: NaN }, "record-value", ["stated_nominations"]],
    [new Map(Object.entries(RECORD)), "record-value", []],
    [around, "record-cycle", ["results", "items", 0, "indicator"]],
    [{ ...RECORD, published: { toJSON: thrower } }, "record-throws", ["published"]],
    [{ ...RECORD, awards: [{ get name() { return thrower(); } }] }, "record-throws", ["awards", 0, "name"]],
    [{ ...RECORD, extra: deep(5000) }, "shape/too-deep", []],
  ]) {
    const { issues } = validate(value);
    assert.deepEqual(issues.map((issue) => [issue.code, issue.path]), [[code, path]]);
    assert.ok(issues.every(({ message, help }) => /[а-я]/.test(message) && /[а-я]/.test(help)), issues[0].message);
  }
});

/** Every schema inside a schema, with its place: the names of fields are no keywords. */
function* schemas(schema, place = "#") {
  yield [place, schema];
  for (const [key, inside] of Object.entries(schema)) {
    const named = ["properties", "$defs", "definitions"].includes(key) || Array.isArray(inside);
    if (["enum", "examples", "example"].includes(key) || typeof inside !== "object") continue;
    for (const [name, one] of named ? Object.entries(inside) : [[key, inside]]) yield* schemas(one, named ? `${place}/${key}/${name}` : `${place}/${name}`);
  }
}

test("the JSON Schema comes in three dialects, as input and as output, and each judges shape as obmen does", async () => {
  assert.equal(obmen.practice()["~standard"].jsonSchema, undefined);
  const { validate: read, jsonSchema: converter } = obmen.practice({ jsonSchema })["~standard"];
  const { input } = converter;
  assert.deepEqual(input({ target: "draft-2020-12" }), jsonSchema);
  for (const target of ["draft-04", undefined, 5n]) {
    assert.throws(() => input({ target }), (error) => error.code === "option" && /^option `target` must be `draft-2020-12`, `draft-07` or/.test(error.message));
  }
  assert.throws(() => input(null), (error) => error.code === "option");
  const { default: Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: Ajv } = await import("ajv");
  for (const [Validator, target] of [[Ajv2020, "draft-2020-12"], [Ajv, "draft-07"], [Ajv, "openapi-3.0"]]) {
    const [takes, gives] = ["input", "output"].map((way) => new Validator({ strict: false }).compile(converter[way]({ target })));
    assert.deepEqual([takes(RECORD), takes(BROKEN)], [true, false], target);
    // A bare text goes in and never comes out.
    const { value } = read(RECORD);
    assert.deepEqual([gives(RECORD), takes(value), gives(value), gives({ ...value, published: "tomorrow" })], [false, true, true, false], target);
    for (const record of [{ objectives: ["a"] }, { results: { narrative: "a" } }, { initiator: { name: "a" } }]) {
      assert.deepEqual([takes(record), gives(record)], [true, false], `${target}: ${JSON.stringify(record)}`);
    }
  }
  assert.deepEqual(jsonSchema, JSON.parse(readFileSync(new URL("package/schema.json", built), "utf8")), "what was given is as it was");
});

test("a draft keeps the words of a field beside its reference", () => {
  const { input } = obmen.practice({ jsonSchema })["~standard"].jsonSchema;
  const schema = input({ target: "draft-07" });
  const { title, allOf } = schema.properties.summary;
  assert.deepEqual([title, allOf], ["Summary", [{ $ref: "#/definitions/text" }]]);
  for (const [place, { $ref, ...beside }] of schemas(schema)) {
    if ($ref !== undefined) assert.deepEqual(beside, {}, place);
  }
});

test("the schema for OpenAPI 3.0 stands alone, and is one by the schema of OpenAPI", async () => {
  const { Validator } = await import("@seriousme/openapi-schema-validator");
  const { input, output } = obmen.practice({ jsonSchema })["~standard"].jsonSchema;
  for (const way of [input, output]) {
    const schema = way({ target: "openapi-3.0" });
    for (const [place, inside] of schemas(schema)) assert.ok(!("$ref" in inside), place);
    const paths = {
      "/practices": {
        post: {
          requestBody: { content: { "application/json": { schema } } },
          responses: { 200: { description: "read", content: { "application/json": { schema } } } },
        },
      },
    };
    const api = { openapi: "3.0.3", info: { title: "practices", version: "1" }, paths };
    const { valid, errors } = await new Validator().validate(structuredClone(api));
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2000));
    // The judge would see what the other dialects have: it is not blind.
    paths["/practices"].post.requestBody.content["application/json"].schema = input({ target: "draft-07" });
    assert.equal((await new Validator().validate(api)).valid, false);
    // A field has its own words, and below them what it refers to.
    assert.deepEqual([schema.properties.summary.title, schema.properties.published.type], ["Summary", "string"]);
    assert.equal(schema.properties.network.properties.members.items.properties.organisation.anyOf[1].properties.contact.title, "Contact");
  }
});

test("an API of Hono answers with the issues", async () => {
  const { Hono } = await import("hono");
  const { sValidator } = await import("@hono/standard-validator");
  const app = new Hono();
  app.post("/practices", sValidator("json", obmen.practice({ lang: "bg" })), (context) => context.json(context.req.valid("json")));
  const post = (record) => app.request("/practices", { method: "POST", body: JSON.stringify(record), headers: { "content-type": "application/json" } });
  const good = await post(RECORD);
  assert.equal(good.status, 200);
  assert.deepEqual((await good.json()).title, { en: "Cycle lanes" });
  const bad = await post(BROKEN);
  assert.equal(bad.status, 400);
  assert.deepEqual((await bad.json()).error.map(({ code }) => code), ["link/malformed", "shape/bad-value"]);
});

test("a form of TanStack shows each issue at its field", async () => {
  const { FormApi, FieldApi } = await import("@tanstack/form-core");
  const form = new FormApi({ defaultValues: BROKEN, validators: { onChange: obmen.practice({ lang: "bg" }) } });
  form.mount();
  const fields = ["published", "media[1].url", "title"].map((name) => new FieldApi({ form, name }));
  for (const field of fields) field.mount();
  await form.validateAllFields("change");
  await form.validate("change");
  const errors = fields.map((field) => field.state.meta.errors.flat().map(({ code }) => code));
  assert.deepEqual(errors, [["shape/bad-value"], ["link/malformed"], []]);
});
