// How fast a challenge is solved in WebAssembly and in JavaScript, beside the same search in native code as it is built (by the
// SHA instructions where the processor has them) and without those: `node bench.mjs PACKAGE NATIVE SOFT`. Ratios of one run,
// medians of five, the works taking turns.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [packaged, native, soft] = process.argv.slice(2);
const { begin } = await import(pathToFileURL(`${packaged}/search.js`));
const module = await WebAssembly.compile(readFileSync(`${packaged}/solver_bg.wasm`));

/** Nanoseconds a key, of so many that do not fit. */
async function time(order, tries) {
  const search = await begin(order);
  search.step(Math.ceil(tries / 10));
  const start = process.hrtime.bigint();
  if (search.step(tries) !== undefined) throw new Error("a key that cannot be");
  return Number(process.hrtime.bigint() - start) / tries;
}
const run = (program, { algorithm, cost }, tries) => Number(execFileSync(program, [algorithm, String(cost), String(tries)], { encoding: "utf8" }));

const WORKS = {
  "native, as built": (job, tries) => run(native, job, tries),
  "native, without SHA instructions": (job, tries) => run(soft, job, tries),
  WebAssembly: (job, tries) => time({ job, module }, tries),
  JavaScript: (job, tries) => time({ job }, tries),
};
const median = (times) => times.toSorted((a, b) => a - b)[2];
console.log(`Node ${process.version}; medians of 5`);
for (const [algorithm, cost, tries] of [
  ["PBKDF2/SHA-256", 2000, 256],
  ["SHA-256", 2000, 512],
  ["SHA-256", 1, 500_000],
]) {
  const job = { algorithm, cost, nonce: new Uint8Array(16).fill(1), salt: new Uint8Array(16).fill(2), prefix: "0".repeat(64) };
  const times = Object.fromEntries(Object.keys(WORKS).map((name) => [name, []]));
  for (let pass = 0; pass < 5; pass += 1) {
    for (const [name, work] of Object.entries(WORKS)) times[name].push(await work(job, tries));
  }
  console.log(`${algorithm}, cost ${cost}: microseconds a key, and WebAssembly's speed as a part of it`);
  const wasm = median(times.WebAssembly);
  for (const [name, taken] of Object.entries(times)) {
    console.log(`  ${name.padEnd(34)} ${(median(taken) / 1000).toFixed(2).padStart(9)} ${`${((median(taken) / wasm) * 100).toFixed(0)} %`.padStart(7)}`);
  }
}
console.log("wanted: 60 % of native");
