// What ../src/lib.rs exports with the feature `pages`, as the glue of wasm-bindgen gives it.

export { default } from "./wasm.js";
export * from "./wasm.js";

export function readPage(bytes: Uint8Array): string;
