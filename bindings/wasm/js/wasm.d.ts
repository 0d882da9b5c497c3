// What ../src/lib.rs exports, as the glue of wasm-bindgen gives it.

export default function init(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;

export function configure(options: string, language: string): string | undefined;
export function read(bytes: Uint8Array): string | undefined;
export function readText(text: string): string | undefined;
export function check(text: string): string | undefined;
export function write(bytes: Uint8Array): string | undefined;
export function mend(bytes: Uint8Array, suggested: boolean): string | undefined;
export function best(map: string, languages: string): string | undefined;
