// The scripts that build the package: what they install, and what they say of its size.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { built, root } from "./files.mjs";

const work = mkdtempSync(join(tmpdir(), "obmen-build-"));
after(() => rmSync(work, { recursive: true, force: true }));
const path = (name, base = root) => fileURLToPath(new URL(name, base));

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("tools are installed anew when their lock file changes, and only then", () => {
  const folder = join(work, "tools");
  for (const name of ["one", "two"]) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "package.json"), JSON.stringify({ name, version: "1.0.0" }));
  }
  const lock = (...names) => {
    const dependencies = Object.fromEntries(names.map((name) => [name, `file:${name}`]));
    const links = names.flatMap((name) => [[name, { version: "1.0.0" }], [`node_modules/${name}`, { resolved: name, link: true }]]);
    const packages = { "": { name: "tools", dependencies }, ...Object.fromEntries(links) };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "tools", dependencies }));
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ name: "tools", lockfileVersion: 3, requires: true, packages }));
  };
  const install = () => assert.deepEqual(run(path("scripts/npm-ci"), folder), { status: 0, said: "" });
  const installed = (name) => existsSync(join(folder, "node_modules", name));
  lock("one");
  install();
  assert.deepEqual([installed("one"), installed("two")], [true, false]);
  // What npm did not put there tells whether it was at work again.
  writeFileSync(join(folder, "node_modules/mark"), "");
  install();
  assert.ok(installed("mark"));
  lock("one", "two");
  install();
  assert.deepEqual([installed("one"), installed("two"), installed("mark")], [true, true, false]);
  // A lock file that cannot be followed leaves nothing that would pass for installed.
  lock("one");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "tools", dependencies: { three: "file:three" } }));
  assert.notEqual(run(path("scripts/npm-ci"), folder).status, 0);
  assert.notEqual(run(path("scripts/npm-ci"), folder).status, 0);
});

test("a package above its budget fails, unless std came built", () => {
  const out = join(work, "npm");
  const package_ = (...std) => {
    cpSync(path("./", built), out, { recursive: true });
    writeFileSync(join(out, "package/index.js"), "x".repeat(2e6));
    return run(process.execPath, path("bindings/wasm/package.mjs"), out, ...std);
  };
  for (const std of [[], ["source"]]) {
    const { status, said } = package_(...std);
    assert.equal(status, 1);
    assert.match(said, /larger than its budget \(.*raw/);
  }
  const { status, said } = package_("target");
  assert.equal(status, 0);
  assert.match(said, /larger than its budget \(.*raw.*std that comes built.*published must be built by the source/);
});
