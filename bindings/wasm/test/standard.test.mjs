// Libraries of APIs and of forms that take a Standard Schema show our issues.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { sValidator } from "@hono/standard-validator";
import { FormApi } from "@tanstack/form-core";
import { Hono } from "hono";

import { built } from "./files.mjs";

const { load } = await import(new URL("package/node.js", built));
const obmen = await load();
const BROKEN = { id: "a", title: { bg: "Oбмен" }, published: "tomorrow", media: [{ url: "javascript:alert(1)" }] };

test("an API of Hono answers with every issue and its path", async () => {
  const app = new Hono();
  const practice = obmen.practice({ lang: "bg", profile: "draft" });
  app.post("/", sValidator("json", practice, (result, context) => (result.success ? undefined : context.json(result.error, 422))), (context) => context.text("ok"));
  const post = (body) => app.request("/", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const answer = await post(BROKEN);
  assert.equal(answer.status, 422);
  const issues = await answer.json();
  const errors = obmen.check(BROKEN, { lang: "bg", profile: "draft" }).report.diagnostics.filter(({ severity }) => severity === "error");
  assert.ok(errors.length >= 2);
  assert.deepEqual(issues.map(({ code, message }) => [code, message]), errors.map(({ code, message }) => [code, message]));
  assert.deepEqual(issues.map(({ path }) => `/${path.join("/")}`), errors.map(({ pointer }) => pointer));
  assert.equal((await post({ id: "a" })).status, 200);
});

test("a form of TanStack shows them beside its fields", async () => {
  const form = new FormApi({ defaultValues: BROKEN, validators: { onSubmit: obmen.practice({ profile: "draft" }) } });
  form.mount();
  await form.handleSubmit();
  const shown = form.state.errors.flatMap((error) => Object.keys(error));
  assert.ok(shown.includes("published"), String(shown));
});

test("its JSON Schema is the one of the package", () => {
  const jsonSchema = JSON.parse(readFileSync(new URL("package/schema.json", built), "utf8"));
  const standard = obmen.practice({ jsonSchema })["~standard"];
  assert.equal(standard.vendor, "obmen");
  assert.equal(standard.jsonSchema.input({ target: "draft-2020-12" }).title, jsonSchema.title);
});
