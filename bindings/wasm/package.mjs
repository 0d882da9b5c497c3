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
        "./pages": {
          node: { types: "./pages_node.d.ts", default: "./pages_node.js" },
          types: "./pages.d.ts",
          default: "./pages.js",
        },
        "./pages/web": { types: "./pages.d.ts", default: "./pages.js" },
        "./pages/wasm": "./pages_bg.wasm",
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
// Only types, and only scripts: nothing imports them.
for (const name of ["types.js", "records.d.ts", "with_pages.d.ts"]) rmSync(to(name), { force: true });

// What a page loads that imports `obmen`, or `obmen/pages`: a small wasm, and every script that is not Node's or the other's.
const own = { obmen: ["index", "records", "wasm"], "obmen/pages": ["pages", "with_pages", "pages_wasm"] };
const scripts = readdirSync(`${out}/package`).filter((name) => name.endsWith(".js") && !/^(.+_)?node[.]js$/.test(name));
const loads = Object.entries({ obmen: "wasm_bg.wasm", "obmen/pages": "pages_bg.wasm" }).map(([entry, wasm]) => {
  const others = Object.entries(own).flatMap(([other, names]) => (other === entry ? [] : names.map((name) => `${name}.js`)));
  return [entry, [wasm, ...scripts.filter((name) => !others.includes(name))]];
});
const forms = {
  raw: (file) => file.length,
  gzip: (file) => gzipSync(file, { level: 9 }).length,
  brotli: (file) => brotliCompressSync(file).length,
};
const row = (name, sizes) => console.log(name.padEnd(24), ...Object.keys(forms).map((form) => String(sizes[form]).padStart(10)));
row("bytes", { raw: "raw", gzip: "gzip", brotli: "brotli" });
const { most } = json(here("budget.json"));
const above = [];
for (const [entry, names] of loads) {
  const sizes = (wanted) => {
    const files = names.filter((name) => name.endsWith(wanted)).map((name) => readFileSync(to(name)));
    return Object.fromEntries(Object.entries(forms).map(([form, size]) => [form, files.reduce((all, file) => all + size(file), 0)]));
  };
  const all = sizes("");
  row(`${entry}: wasm`, sizes(".wasm"));
  row(`${entry}: JavaScript`, sizes(".js"));
  row(`${entry}: all`, all);
  row(`${entry}: at most`, most[entry]);
  above.push(...Object.keys(forms).filter((form) => all[form] > most[entry][form]).map((form) => `${entry}: ${form}`));
}
if (above.length > 0) {
  const larger = `the package is larger than its budget (${above.join(", ")})`;
  if (std === "target") {
    console.log(`${larger}, as it may be with the std that comes built; what is published must be built by the source of std`);
  } else {
    console.error(larger);
    process.exitCode = 1;
  }
}
