// Completes the package in OUT/package: manifest, schema, rules, README, licences; prints its sizes and holds them to
// budget.json: `node package.mjs OUT [STD]`. Where STD is `target`, the std that comes built, the budget is only reported.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [out, std] = process.argv.slice(2);
const here = (path) => new URL(path, import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const to = (name) => `${out}/package/${name}`;

/** What a manifest of Rust says of a key. */
const said = (manifest, key) => readFileSync(here(manifest), "utf8").match(new RegExp(`^${key} = "(.+)"$`, "m"))[1];
const version = said("../../Cargo.toml", "version");
if (said("Cargo.toml", "version") !== version) {
  throw new Error(`bindings/wasm/Cargo.toml must have the version of the workspace, ${version}`);
}

writeFileSync(
  to("package.json"),
  `${JSON.stringify(
    {
      name: "obmen",
      version,
      description: "Reads and checks records of practices of local government: every fault, in English and Bulgarian",
      keywords: ["local government", "good practices", "validation", "standard-schema", "wasm"],
      license: said("../../Cargo.toml", "license"),
      // npm holds the proof of origin (`--provenance`) to it.
      repository: { type: "git", url: `git+${said("../../Cargo.toml", "repository")}.git`, directory: "bindings/wasm" },
      type: "module",
      sideEffects: ["./solver-worker.js"],
      engines: { node: ">=20" },
      exports: {
        ".": { node: { types: "./node.d.ts", default: "./node.js" }, types: "./index.d.ts", default: "./index.js" },
        "./web": { types: "./index.d.ts", default: "./index.js" },
        "./pages": {
          node: { types: "./pages_node.d.ts", default: "./pages_node.js" },
          types: "./pages.d.ts",
          default: "./pages.js",
        },
        "./pages/web": { types: "./pages.d.ts", default: "./pages.js" },
        "./solver": {
          node: { types: "./solver-node.d.ts", default: "./solver-node.js" },
          types: "./solver.d.ts",
          default: "./solver.js",
        },
        "./nominations": {
          node: { types: "./nominations-node.d.ts", default: "./nominations-node.js" },
          types: "./nominations.d.ts",
          default: "./nominations.js",
        },
        "./nominations/web": { types: "./nominations.d.ts", default: "./nominations.js" },
        "./receipts": {
          node: { types: "./receipts-node.d.ts", default: "./receipts-node.js" },
          types: "./receipts.d.ts",
          default: "./receipts.js",
        },
        "./receipts/web": { types: "./receipts.d.ts", default: "./receipts.js" },
        "./wasm": "./wasm_bg.wasm",
        "./pages/wasm": "./pages_bg.wasm",
        "./solver/wasm": "./solver_bg.wasm",
        "./nominations/wasm": "./nominations_bg.wasm",
        "./receipts/wasm": "./receipts_bg.wasm",
        "./schema.json": "./schema.json",
        "./rules.json": "./rules.json",
        "./package.json": "./package.json",
      },
      types: "./index.d.ts",
      files: ["*.js", "*.d.ts", "*.wasm", "schema.json", "rules.json", "LICENSE-*"],
    },
    null,
    2,
  )}\n`,
);
const [en, bg] = ["en", "bg"].map((lang) => json(`${out}/rules.${lang}.json`));
const both = (rule, at, key) => rule[key] && { en: rule[key], bg: bg[at][key] };
const rules = en.map((rule, at) => ({
  code: rule.code,
  severity: rule.severity,
  since: rule.since,
  absence: rule.absence,
  ...Object.fromEntries(["message", "help", "fix", "why"].map((key) => [key, both(rule, at, key)])),
}));
writeFileSync(to("rules.json"), JSON.stringify(rules));
writeFileSync(to("schema.json"), JSON.stringify(json(here("../../docs/obmen.schema.json"))));
copyFileSync(here("README.md"), to("README.md"));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(here(`../../${name}`), to(name));
// Only types, or nothing that a user of the package calls; nothing imports them.
for (const name of ["types.js", "records.d.ts", "with_pages.d.ts", "sha256.d.ts", "solver-worker.d.ts"]) rmSync(to(name), { force: true });

/** A script and all that it imports. */
function scripts(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const [, inner] of readFileSync(to(name), "utf8").matchAll(/ from "\.\/([\w-]+\.js)";$/gm)) scripts(inner, found);
  }
  return found;
}

// What a page loads by each entry; that of the solver in a Worker too, which loads its scripts again from the cache.
const ENTRIES = {
  obmen: { wasm: ["wasm_bg.wasm"], javascript: scripts("index.js") },
  "obmen/pages": { wasm: ["pages_bg.wasm"], javascript: scripts("pages.js") },
  "obmen/solver": { wasm: ["solver_bg.wasm"], javascript: scripts("solver-worker.js", scripts("solver.js")) },
  "obmen/nominations": { wasm: ["nominations_bg.wasm"], javascript: scripts("nominations.js") },
  "obmen/receipts": { wasm: ["receipts_bg.wasm"], javascript: scripts("receipts.js") },
};
const FORMS = {
  raw: (file) => file.length,
  gzip: (file) => gzipSync(file, { level: 9 }).length,
  brotli: (file) => brotliCompressSync(file).length,
};
const sizes = (names) => {
  const files = [...names].map((name) => readFileSync(to(name)));
  return Object.fromEntries(Object.entries(FORMS).map(([form, size]) => [form, files.reduce((all, file) => all + size(file), 0)]));
};
const budget = json(here("budget.json"));
for (const [entry, parts] of Object.entries(ENTRIES)) {
  const all = sizes(Object.values(parts).flatMap((names) => [...names]));
  const { most } = budget[entry];
  const rows = { wasm: sizes(parts.wasm), javascript: sizes(parts.javascript), all, "at most": most };
  console.log(`${entry}, bytes`.padEnd(26), ...Object.keys(FORMS).map((form) => form.padStart(10)));
  for (const [row, held] of Object.entries(rows)) {
    console.log(row.padEnd(26), ...Object.keys(FORMS).map((form) => String(held[form] ?? "").padStart(10)));
  }
  const above = Object.keys(most).filter((form) => all[form] > most[form]);
  if (above.length > 0) {
    const larger = `${entry} is larger than its budget (${above.join(", ")})`;
    if (std === "target") {
      console.log(`${larger}, as it may be with the std that comes built; what is published must be built by the source of std`);
    } else {
      console.error(larger);
      process.exitCode = 1;
    }
  }
}
