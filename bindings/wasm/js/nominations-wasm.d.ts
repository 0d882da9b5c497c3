// What ../nominations/src/lib.rs exports, as the glue of wasm-bindgen gives it. What is refused is thrown as a text.

export default function init(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;

export class Keys {
  private constructor();
  static read(text: string): Keys;
  static generate(edition: string, id: string, chance: Uint8Array): Keys;
  edition(): string;
  rotateSite(id: string, chance: Uint8Array): Keys;
  rotateScope(id: string, chance: Uint8Array): Keys;
  beginEdition(edition: string, id: string, chance: Uint8Array): Keys;
  destroyScope(policy: string, now: number): Keys;
  ids(scope: boolean): string[];
  text(): string;
  free(): void;
}

export class Decided {
  private constructor();
  told(): string;
  send(): string | undefined;
  free(): void;
}

export class Admission {
  private constructor();
  static begin(site: string, policy: string, keys: Keys, nonces: number | undefined, log: string): Admission;
  set(practice: string, open: boolean): void;
  limit(most: number): void;
  rekey(keys: Keys): void;
  edition(): string;
  challenge(practice: string, action: string, now: number, chance: Uint8Array): string | undefined;
  picture(practice: string, now: number, chance: Uint8Array): string;
  withdraw(line: string, token: string, now: number, chance: Uint8Array): string | undefined;
  void(line: string, reason: string, now: number, chance: Uint8Array): string | undefined;
  closeEdition(tally: string, votes: number, now: number, chance: Uint8Array): string | undefined;
  admit(request: string, known: string, now: number, chance: Uint8Array, bulgarian: boolean): Decided;
  free(): void;
}

export function solve(challenge: string): string;
export function readEntry(line: Uint8Array): string;
export function leafHash(line: Uint8Array): string;
export function edition(policy: string): string;
export function normaliseEmail(address: string): string;
export function tag(keys: Keys, edition: string, practice: string, kind: string, identity: string): string | undefined;
