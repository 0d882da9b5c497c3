// Completes the package in OUT/package: manifest, schema, rules, README, licences; prints its sizes and holds them to
// budget.json: `node package.mjs OUT [STD]`. Where STD is `target`, the std that comes built, the budget is only reported.
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
      sideEffects: false,
      engines: { node: ">=20" },
      exports: {
        ".": { node: { types: "./node.d.ts", default: "./node.js" }, types: "./index.d.ts", default: "./index.js" },
        "./web": { types: "./index.d.ts", default: "./index.js" },
        "./wasm": "./wasm_bg.wasm",
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
// Only types; nothing imports it.
rmSync(to("types.js"));

// What a page loads: the small wasm, and every script but the entry of Node.
const parts = { wasm: [], javascript: [] };
for (const name of readdirSync(`${out}/package`)) {
  if (name === "wasm_bg.wasm") parts.wasm.push(name);
  if (name.endsWith(".js") && name !== "node.js") parts.javascript.push(name);
}
const sizes = {};
for (const [part, names] of Object.entries(parts)) {
  const files = names.map((name) => readFileSync(to(name)));
  const sum = (size) => files.reduce((all, file) => all + size(file), 0);
  sizes[part] = {
    raw: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}
sizes.all = {};
for (const form of ["raw", "gzip", "brotli"]) sizes.all[form] = sizes.wasm[form] + sizes.javascript[form];
const { most } = json(here("budget.json"));
console.log("bytes".padEnd(12), ...["raw", "gzip", "brotli"].map((form) => form.padStart(10)));
for (const [part, forms] of Object.entries({ ...sizes, "at most": most })) {
  console.log(part.padEnd(12), ...Object.values(forms).map((size) => String(size).padStart(10)));
}
const above = Object.keys(most).filter((form) => sizes.all[form] > most[form]);
if (above.length > 0) {
  const larger = `the package is larger than its budget (${above.join(", ")})`;
  if (std === "target") {
    console.log(`${larger}, as it may be with the std that comes built; what is published must be built by the source of std`);
  } else {
    console.error(larger);
    process.exitCode = 1;
  }
}
