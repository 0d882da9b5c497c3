// What ../solver/src/lib.rs exports, as the glue of wasm-bindgen gives it.

export default function init(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;

export class Solver {
  private constructor();
  static begin(pbkdf2: boolean, cost: number, nonce: Uint8Array, salt: Uint8Array, prefix: string): Solver | undefined;
  step(tries: number): Uint8Array | undefined;
  tried(): number;
  free(): void;
}
