// What ../receipts/src/lib.rs exports, as the glue of wasm-bindgen gives it. What is refused is thrown as a list.

export default function init(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;

/** Origin, size, root. */
type Checkpoint = [string, number, string];

export class Trust {
  private constructor();
  static read(text: string): Trust;
  text(): string;
  logs(): string[];
  /** The names and times of the cosigners stand behind it. */
  verify(note: string): [...Checkpoint, ...(string | number)[]];
  verifyConsistency(proof: string, older: string): Checkpoint;
  verifyReceipt(proof: string, line: Uint8Array): [...Checkpoint, number];
  free(): void;
}

export function readKey(key: string): [string, boolean];
export function verifyNote(note: string, key: string): [string, number];
export function verifyCheckpoint(note: string, key: string): Checkpoint;
export function verifyConsistency(proof: string, older: string, key: string): Checkpoint;
export function verifyReceipt(proof: string, line: Uint8Array, key: string): [...Checkpoint, number];
export function leafHash(line: Uint8Array): string;
