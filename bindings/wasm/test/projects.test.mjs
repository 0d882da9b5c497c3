// The tarball as strangers install it: plain Node, Vite, a plain page, TypeScript, and the code of the README.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { browse, skip, visit } from "./browser.mjs";
import { issue, judge } from "./challenge.mjs";
import { built, root } from "./files.mjs";
import { POLICY, serve } from "./server.mjs";

const tools = fileURLToPath(new URL("bindings/wasm/node_modules/", root));
const work = mkdtempSync(join(tmpdir(), "obmen-npm-"));
after(() => rmSync(work, { recursive: true, force: true }));

const run = (folder, command, ...args) => {
  try {
    return execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}: ${error.stdout}${error.stderr}`);
  }
};

const tarball = run(fileURLToPath(new URL("package/", built)), "npm", "pack", "--silent", "--pack-destination", work).trim();

/** A throw-away project that has installed the tarball, and these tools besides. */
function project(name, files, ...linked) {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  run(folder, "npm", "install", "--silent", "--offline", "--no-audit", "--no-fund", join(work, tarball));
  for (const tool of linked) {
    mkdirSync(join(folder, "node_modules", tool, ".."), { recursive: true });
    symlinkSync(join(tools, tool), join(folder, "node_modules", tool));
  }
  return folder;
}

const readme = readFileSync(new URL("bindings/wasm/README.md", root), "utf8");
const blocks = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

test("the tarball holds what it should, and no more", () => {
  const names = run(work, "tar", "tzf", tarball).trim().split("\n").map((path) => path.replace("package/", "")).sort();
  assert.deepEqual(names, [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "admission.d.ts", "admission.js", "error.d.ts", "error.js", "exports.d.ts",
    "exports.js", "index.d.ts", "index.js", "json.d.ts", "json.js", "load.d.ts", "load.js", "module.d.ts", "module.js",
    "node.d.ts", "node.js", "nominations-exports.d.ts", "nominations-exports.js", "nominations-node.d.ts",
    "nominations-node.js", "nominations-wasm.js", "nominations.d.ts", "nominations.js", "nominations_bg.wasm", "obmen.d.ts",
    "obmen.js", "options.d.ts", "options.js", "package.json", "pages.d.ts", "pages.js", "pages_bg.wasm", "pages_node.d.ts",
    "pages_node.js", "pages_wasm.js", "receipts-exports.d.ts", "receipts-exports.js", "receipts-node.d.ts",
    "receipts-node.js", "receipts-wasm.js", "receipts.d.ts", "receipts.js", "receipts_bg.wasm", "records.js",
    "refused.d.ts", "refused.js", "rules.json", "schema.json", "search.d.ts", "search.js", "sha256.js",
    "solve.d.ts", "solve.js", "solver-exports.d.ts", "solver-exports.js", "solver-node.d.ts", "solver-node.js",
    "solver-wasm.js", "solver-worker.js", "solver.d.ts", "solver.js", "solver_bg.wasm", "standard.d.ts", "standard.js",
    "types.d.ts", "verify.d.ts", "verify.js", "wasm.js", "wasm_bg.wasm", "wasm_node.wasm", "with_pages.js",
  ]);
});

test("the manifest says what the workspace says, and where it comes from", () => {
  const manifest = JSON.parse(readFileSync(new URL("package/package.json", built), "utf8"));
  const workspace = readFileSync(new URL("Cargo.toml", root), "utf8");
  const { version, license, repository } = manifest;
  for (const [key, value] of Object.entries({ version, license })) assert.ok(workspace.includes(`\n${key} = "${value}"\n`), key);
  // `npm publish --provenance` refuses a package that does not name the repository which builds it.
  const [, address] = repository.url.match(/^git\+(https:.+)\.git$/);
  assert.ok(workspace.includes(`\nrepository = "${address}"\n`), address);
  assert.ok(workspace.includes('exclude = ["bindings/wasm"') && repository.directory === "bindings/wasm");
});

test("the README names every code of an error", () => {
  const declared = ["module.d.ts", "obmen.d.ts"].map((name) => readFileSync(new URL(`package/${name}`, built), "utf8")).join("");
  const codes = (text, quote) => [...new Set([...text.matchAll(new RegExp(`${quote}((?:wasm|record)-[a-z]+)${quote}`, "g"))].map(([, code]) => code))].sort();
  const known = codes(declared, '"');
  assert.ok(known.length >= 9, known.join());
  assert.deepEqual(codes(readme.slice(readme.indexOf("| error |"), readme.indexOf("## Forms")), "`"), known);
});

test("plain Node imports it, and the code of the README runs", () => {
  const programs = blocks.filter((code) => /from "obmen(\/\w+)?"/.test(code));
  assert.equal(programs.length, 5);
  const folder = project("node", Object.fromEntries(programs.map((code, at) => [`block${at}.js`, code])));
  const first = run(folder, process.execPath, "block0.js");
  assert.match(first, /1:1 грешка|1:1 error\[practice\/missing-description\]/);
  assert.match(first, /false \{ value: 'Велоалеи', lang: 'bg' \}/);
  const second = run(folder, process.execPath, "block1.js");
  assert.match(second, /path: \[ 'published' \]/);
  assert.match(second, /code: 'shape\/bad-value'/);
  assert.match(second, /^Practice$/m);
  assert.match(run(folder, process.execPath, "block2.js"), /^\d+ of about 256\n00\n$/m);
  assert.equal(run(folder, process.execPath, "block4.js"), "0 of 1\nдоказателството не показва този запис на място 0 от 1\n");
  assert.equal(run(folder, process.execPath, "block3.js"), "counted\nтова вече е използвано\n");
});

test("TypeScript takes its declarations under strict, in both ways of resolution", () => {
  const folder = project("types", {}, "typescript", "@standard-schema/spec", "@types/node", "undici-types");
  copyFileSync(new URL("bindings/wasm/test/types.ts", root), join(folder, "types.ts"));
  const common = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--resolveJsonModule", "--lib", "es2023,dom"];
  for (const [kind, resolution, more] of [["esnext", "bundler", []], ["nodenext", "nodenext", []], ["esnext", "bundler", ["--customConditions", "node"]]]) {
    run(folder, process.execPath, join(tools, "typescript/bin/tsc"), ...common, "--module", kind, "--moduleResolution", resolution, ...more, "types.ts");
  }
});

const MAIN = `
import { load } from "obmen";
const obmen = await load();
const { practice, report } = obmen.read('{"title": "Обмен", "language": "bg"}', { lang: "bg" });
window.result = { title: practice.title, message: report.diagnostics[0].message };`;
const SEEN = { title: { bg: "Обмен" }, message: "записът няма идентификатор" };

const SOLVER = (from) => `
import { solve } from "${from}";
const challenge = ${JSON.stringify(issue())};
window.result = await solve(challenge);`;

async function shown(folder, policy = POLICY) {
  const server = await serve({ "/": pathToFileURL(`${folder}/`) }, () => ({ policy }));
  try {
    const { result, complaints } = await browse((browser) => visit(browser, `${server.address}/index.html`));
    assert.deepEqual(complaints, []);
    return result;
  } finally {
    server.close();
  }
}

test("Vite builds it, and the built page runs", { skip }, async () => {
  const folder = project(
    "vite",
    {
      "main.js": MAIN,
      "index.html": '<!doctype html><title>Vite</title><script type="module" src="/main.js"></script>',
      // The policy allows scripts of files only.
      "vite.config.js": "export default { build: { modulePreload: { polyfill: false } } };",
    },
    "vite",
  );
  run(folder, process.execPath, join(tools, "vite/bin/vite.js"), "build", "--logLevel", "warn");
  const assets = readdirSync(join(folder, "dist/assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, assets.join());
  assert.deepEqual(await shown(join(folder, "dist")), SEEN);
});

test("Vite builds the solver with its Worker and its wasm, and nothing else", { skip }, async () => {
  const folder = project(
    "vite-solver",
    {
      "main.js": SOLVER("obmen/solver"),
      "index.html": '<!doctype html><title>Vite</title><script type="module" src="/main.js"></script>',
      "vite.config.js": "export default { build: { target: 'es2022', modulePreload: { polyfill: false } } };",
    },
    "vite",
  );
  run(folder, process.execPath, join(tools, "vite/bin/vite.js"), "build", "--logLevel", "warn");
  const assets = readdirSync(join(folder, "dist/assets")).map((name) => name.replace(/-[\w-]{8}\./, "."));
  assert.deepEqual(assets.sort(), ["index.js", "solver-worker.js", "solver_bg.wasm"]);
  judge(readFileSync(join(folder, "main.js"), "utf8").match(/challenge = (.+);/)[1], await shown(join(folder, "dist")));
});

test("a plain page uses the folder as it is, without a bundler", { skip }, async () => {
  const folder = project("plain", {
    "index.html": '<!doctype html><title>plain</title><script type="module" src="app.js"></script>',
    "app.js": MAIN.replace('"obmen"', '"./obmen/index.js"'),
  });
  cpSync(join(folder, "node_modules/obmen"), join(folder, "obmen"), { recursive: true });
  assert.deepEqual(await shown(folder), SEEN);
  const block = blocks.find((code) => code.includes("./obmen/index.js"));
  writeFileSync(join(folder, "app.js"), `${block}\nwindow.result = typeof obmen.read;`);
  assert.equal(await shown(folder), "function");
});
