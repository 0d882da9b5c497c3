// The package as users get it: the tarball installed into throw-away projects and run by Node, by Vite, and by a page in
// Chromium under the policy that a partner's site may have. `node installed.mjs OUT`, where OUT holds the built package.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { chromium } from "playwright-core";

import { data, root, vectors } from "./files.mjs";

const out = process.argv[2];
const run = (cwd, command, ...given) => execFileSync(command, given, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const tarball = join(out, run(out, "npm", "pack", "--silent", "./package").trim());

/** Makes a project with the package, and other packages, installed. */
function project(name, files, ...packages) {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", tarball, ...packages);
  return folder;
}

const tools = JSON.parse(readFileSync(new URL("bindings/wasm/package.json", root), "utf8")).devDependencies;

// Plain Node: the blocks of the README, as they stand.
const readme = readFileSync(new URL("bindings/wasm/README.md", root), "utf8");
const blocks = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code).filter((code) => !code.startsWith("// app.js"));
const plain = project("plain", Object.fromEntries(blocks.map((code, at) => [`block${at}.js`, code])));
blocks.forEach((_, at) => {
  assert.match(run(plain, "node", "--disable-warning=ExperimentalWarning", `block${at}.js`), /\S/);
});
console.log(`plain Node: ${blocks.length} blocks of the README run`);

// Types, as an editor sees them.
const typed = project("typed", { "types.ts": readFileSync(new URL("types.ts", import.meta.url)) }, `@standard-schema/spec@${tools["@standard-schema/spec"]}`);
const tsc = new URL("bindings/wasm/node_modules/.bin/tsc", root).pathname;
for (const resolution of [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]]) {
  run(typed, tsc, "--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom", "--types", "", ...resolution, "types.ts");
}
console.log("TypeScript: the declarations hold under `tsc --strict`, for Node and for bundlers");

// Vite: what its build makes is served below like any other page.
const bundled = project(
  "vite",
  {
    "index.html": '<!doctype html><title>-</title><script type="module" src="/main.js"></script>',
    "main.js": 'import { load } from "obmen";\nload().then((obmen) => { document.title = obmen.check({ id: "a" }).report.diagnostics[0].code; });\n',
  },
  `vite@${tools.vite}`,
);
run(bundled, join(bundled, "node_modules/.bin/vite"), "build", "--base", "/vite/", "--logLevel", "warn");

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; " +
  "img-src 'self'; require-trusted-types-for 'script'";
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".html": "text/html", ".json": "application/json", ".wasm": "application/wasm" };

const base64 = Object.fromEntries(Object.entries(data()).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
const all = Object.fromEntries(Object.entries(vectors()).filter(([file]) => !file.startsWith("catalogue/")));
const made = {
  "/page.html": '<!doctype html><title>-</title><script type="module" src="/page.js"></script>',
  "/page.js": `
    import { load } from "/obmen/index.js";
    import { answers, judge, judgePage } from "/vectors.mjs";
    const obmen = await load({ wasm: new URL(new URLSearchParams(location.search).get("wasm") ?? "/obmen/wasm_bg.wasm", location.href) })
      .catch((error) => { document.title = error.code + ": " + error.message; });
    if (obmen) {
      const { all, base64 } = await (await fetch("/vectors.json")).json();
      const data = Object.fromEntries(Object.entries(base64).map(([name, text]) => [name, Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
      const files = Object.entries(all);
      globalThis.faults = files.flatMap(([file, { cases = [] }]) => cases.flatMap((item) => (file.startsWith("page/") ? judgePage : judge)(obmen, item)));
      globalThis.lines = files.flatMap(([file, content]) => answers(obmen, file, content, data)).map((line) => line ?? null);
      document.title = "done";
    }`,
  "/vectors.mjs": readFileSync(new URL("vectors.mjs", import.meta.url)),
  "/vectors.json": JSON.stringify({ all, base64 }),
};
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const odd = pathname.match(/^\/(octet|text|missing|html)\//)?.[1];
  const file = pathname.startsWith("/vite/")
    ? join(bundled, "dist", pathname.slice("/vite".length))
    : join(plain, "node_modules/obmen", pathname.replace(/^\/\w+\//, "/"));
  const body = made[pathname] ?? (existsSync(file) ? readFileSync(file) : undefined);
  const type = { octet: "application/octet-stream", text: "text/plain", html: "text/html" }[odd] ?? TYPES[extname(pathname)] ?? "application/octet-stream";
  const policy = pathname === "/page.html" && request.url.includes("refuse") ? POLICY.replace(" 'wasm-unsafe-eval'", "") : POLICY;
  const found = body !== undefined && odd !== "missing";
  response.writeHead(found ? 200 : 404, { "content-type": type, "content-security-policy": policy });
  response.end(odd === "html" ? "<!doctype html>" : found ? body : "");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" "),
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  /** Opens a page and returns its title once it has one. */
  const title = async (path) => {
    await page.goto(origin + path);
    await page.waitForFunction(() => document.title !== "-", undefined, { timeout: 60_000 });
    return page.title();
  };
  assert.equal(await title("/page.html"), "done");
  assert.deepEqual(await page.evaluate(() => globalThis.faults), []);
  const lines = await page.evaluate(() => globalThis.lines);
  const rust = readFileSync(join(out, "answers.jsonl"), "utf8").trimEnd().split("\n");
  assert.equal(lines.length, rust.length);
  lines.forEach((line, at) => line === null || assert.equal(line, JSON.stringify(JSON.parse(rust[at]))));
  const answered = lines.filter((line) => line !== null).length;
  assert.ok(answered >= 500);
  console.log(`Chromium ${browser.version()}: ${answered} of ${lines.length} cases answered as Rust does, under the policy of a partner's site`);

  for (const type of ["octet", "text"]) assert.equal(await title(`/page.html?wasm=/${type}/wasm_bg.wasm`), "done", type);
  assert.match(await title("/page.html?wasm=/missing/wasm_bg.wasm"), /^wasm-status: .*404/);
  assert.match(await title("/page.html?wasm=/html/wasm_bg.wasm"), /^wasm-content/);
  assert.match(await title("/page.html?refuse"), /^wasm-policy: .*Content-Security-Policy.*'wasm-unsafe-eval'/);
  console.log("Chromium: a wasm of a wrong type loads; one that is missing, is HTML or is forbidden says so");

  assert.match(await title("/vite/index.html"), /^\w+\/[\w-]+$/);
  console.log("Vite: its build runs in Chromium");
} finally {
  await browser.close();
  server.close();
}
