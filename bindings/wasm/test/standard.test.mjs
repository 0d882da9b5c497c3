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

test("the JSON Schema comes in three dialects, and each judges shape as obmen does", async () => {
  assert.equal(obmen.practice()["~standard"].jsonSchema, undefined);
  const { input, output } = obmen.practice({ jsonSchema })["~standard"].jsonSchema;
  assert.deepEqual(input({ target: "draft-2020-12" }), jsonSchema);
  assert.deepEqual(output({ target: "draft-2020-12" }), jsonSchema);
  assert.throws(() => input({ target: "draft-04" }), RangeError);
  assert.ok(!/\$defs|"const"|"\$schema"/.test(JSON.stringify(input({ target: "openapi-3.0" }))));
  const { default: Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: Ajv } = await import("ajv");
  for (const [Validator, target] of [[Ajv2020, "draft-2020-12"], [Ajv, "draft-07"]]) {
    const validate = new Validator({ strict: false }).compile(input({ target }));
    assert.equal(validate(RECORD), true);
    assert.equal(validate(BROKEN), false);
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
