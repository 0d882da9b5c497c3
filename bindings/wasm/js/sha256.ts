// The search in plain JavaScript, for pages that refuse WebAssembly. The SHA-256 is our own: that of the browser is there in
// secure contexts only, and answers each call by a promise, which costs more than the hash.

import type { Job, Search } from "./search.js";

/** Of the first 64 primes: the first 32 bits of the fractions of a root. */
const fractions = (root: (prime: number) => number): Int32Array => {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
};
const K = fractions(Math.cbrt);
const INITIAL = fractions(Math.sqrt).subarray(0, 8);

/** The words of a block, then those that are made of them. */
const W = new Int32Array(64);

/** Hashes the block at the front of `W` on top of `state`; `out` may be `state`. */
function compress(state: Int32Array, out: Int32Array): void {
  for (let at = 16; at < 64; at += 1) {
    const x = W[at - 15]!;
    const y = W[at - 2]!;
    const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[at] = (W[at - 16]! + small + W[at - 7]! + large) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let at = 0; at < 64; at += 1) {
    const sum = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sum + (g ^ (e & (f ^ g))) + K[at]! + W[at]!) | 0;
    const other = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (other + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  out[0] = state[0]! + a;
  out[1] = state[1]! + b;
  out[2] = state[2]! + c;
  out[3] = state[3]! + d;
  out[4] = state[4]! + e;
  out[5] = state[5]! + f;
  out[6] = state[6]! + g;
  out[7] = state[7]! + h;
}

/** Hashes bytes on top of `state`, which `before` bytes, a multiple of 64, have made. */
function digest(state: Int32Array, bytes: Uint8Array, before = 0): Int32Array {
  const blocks = new DataView(new ArrayBuffer((bytes.length + 72) & -64));
  new Uint8Array(blocks.buffer).set(bytes);
  blocks.setUint8(bytes.length, 0x80);
  blocks.setUint32(blocks.byteLength - 4, (before + bytes.length) * 8);
  let out = state;
  for (let block = 0; block < blocks.byteLength; block += 64) {
    for (let at = 0; at < 16; at += 1) W[at] = blocks.getInt32(block + 4 * at);
    const next = new Int32Array(8);
    compress(out, next);
    out = next;
  }
  return out;
}

/** Hashes the eight words of `words` on top of `state`, which `before` bytes have made, into `words`. */
function rehash(state: Int32Array, words: Int32Array, before: number): void {
  W.set(words);
  W.fill(0, 8, 16);
  W[8] = 1 << 31;
  W[15] = (before + 32) * 8;
  compress(state, words);
}

function bytesOf(words: Int32Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(32));
  words.forEach((word, at) => bytes.setInt32(4 * at, word));
  return new Uint8Array(bytes.buffer);
}

const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** SHA-256 `cost` times over, first of the salt and the password. */
function sha256(password: Uint8Array, salt: Uint8Array, cost: number): Uint8Array {
  const key = digest(INITIAL, join(salt, password));
  for (let left = cost; left > 1; left -= 1) rehash(INITIAL, key, 0);
  return bytesOf(key);
}

/** PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2), its first 32 bytes. */
function pbkdf2(password: Uint8Array, salt: Uint8Array, cost: number): Uint8Array {
  const short = password.length > 64 ? bytesOf(digest(INITIAL, password)) : password;
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const state = new Int32Array(8);
    for (let at = 0; at < 64; at += 4) {
      let word = 0;
      for (let byte = at; byte < at + 4; byte += 1) word = (word << 8) | ((short[byte] ?? 0) ^ pad);
      W[at / 4] = word;
    }
    compress(INITIAL, state);
    return state;
  }) as [Int32Array, Int32Array];
  const last = digest(inner, join(salt, Uint8Array.of(0, 0, 0, 1)), 64);
  rehash(outer, last, 64);
  const key = last.slice();
  for (let left = cost; left > 1; left -= 1) {
    rehash(inner, last, 64);
    rehash(outer, last, 64);
    for (let at = 0; at < 8; at += 1) key[at]! ^= last[at]!;
  }
  return bytesOf(key);
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** What the wasm does, in JavaScript. */
export function scripted({ algorithm, cost, nonce, salt, prefix }: Job): Search {
  const derive = algorithm === "SHA-256" ? sha256 : pbkdf2;
  const password = new DataView(new ArrayBuffer(nonce.length + 4));
  const bytes = new Uint8Array(password.buffer);
  bytes.set(nonce);
  let next = 0;
  return {
    step(tries) {
      for (let left = tries; left > 0; left -= 1) {
        if (next === 2 ** 32) return new Uint8Array();
        password.setUint32(nonce.length, next);
        next += 1;
        const key = derive(bytes, salt, cost);
        if (hex(key).startsWith(prefix)) return key;
      }
      return undefined;
    },
    tried: () => next,
    free: () => undefined,
  };
}
