// Where things lie for the tests in Node.
import { readFileSync, readdirSync } from "node:fs";

export const root = new URL("../../../", import.meta.url);

/** The files of vectors by their paths below the folder, in order. There are no catalogues in JavaScript yet. */
export function vectors() {
  const folder = new URL("tests/vectors/", root);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json") && !name.startsWith("catalogue/")).sort();
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8"))]));
}

/** The pages that the fixtures name, as bytes. */
export function data() {
  const folder = new URL("examples/data/", root);
  return Object.fromEntries(readdirSync(folder).filter((name) => /\.(txt|html)$/.test(name)).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
}

/** The folder of the built package, and the answers that Rust prints. */
export const built = new URL(process.env.OBMEN_NPM ?? "target/npm/", root);
