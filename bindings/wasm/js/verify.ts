// What logs of votes have signed, as JavaScript takes it. All judgement is in the wasm; here it is converted and named.

import { kindOf } from "./json.js";
import { badOption } from "./options.js";
import * as wasm from "./receipts-wasm.js";
import { bytes, RefusedError, text, type Arguments } from "./refused.js";

/** What the text of a public key says. */
export interface Key {
  /** Of a log its origin. */
  name: string;
  /** Whether it signs what a witness has seen, and not what a log says. */
  witness: boolean;
}

/** What a log says of its tree. */
export interface Checkpoint {
  /** The name of the log. */
  origin: string;
  /** The number of its entries. */
  size: number;
  /** The hash over them, in hexadecimal. */
  root: string;
}

/** A place in a log that is proven. */
export interface Place {
  /** The place of the entry, from 0. */
  index: number;
  /** What the log has signed. */
  checkpoint: Checkpoint;
}

/** A witness that has cosigned a checkpoint. */
export interface Cosigner {
  /** Its name in the policy. */
  name: string;
  /** When it did, as it says: seconds since 1970. */
  time: number;
}

/** A checkpoint that a trusted log has signed and a quorum has cosigned. */
export interface Covered {
  checkpoint: Checkpoint;
  /** In the order of the policy. */
  cosigners: Cosigner[];
}

/** Gives what the wasm gives; what it refuses is thrown. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (!Array.isArray(thrown)) throw thrown;
    const [code, message, help, bulgarian, mend, ...named] = thrown;
    const filled: Arguments = {};
    for (let at = 0; at < named.length; at += 2) filled[named[at]] = named[at + 1];
    throw new RefusedError({ code, arguments: filled, message, help }, { code, arguments: filled, message: bulgarian, help: mend });
  }
}

const checkpoint = ([origin, size, root]: [string, number, string, ...unknown[]]): Checkpoint => ({ origin, size, root });

let inside: (policy: unknown) => wasm.Trust;

/** The logs and witnesses that are trusted, and the quorum: which witnesses must have cosigned a checkpoint. */
export class TrustPolicy {
  readonly #trust: wasm.Trust;
  static {
    inside = (policy) => {
      if (typeof policy !== "object" || policy === null || !(#trust in policy)) {
        throw badOption("what is trusted must be the text of a log's key, or a `TrustPolicy`", kindOf(policy));
      }
      return policy.#trust;
    };
  }
  private constructor(trust: wasm.Trust) {
    this.#trust = trust;
  }
  /** Reads a policy (c2sp.org/tlog-policy); throws a `RefusedError` where it is none, or a log is its own witness. */
  static read(policy: string): TrustPolicy {
    return new TrustPolicy(attempt(() => wasm.Trust.read(text(policy, "a policy"))));
  }
  /** Returns the policy as text, without comments. */
  text(): string {
    return this.#trust.text();
  }
  /** The keys of the logs. */
  get logs(): string[] {
    return this.#trust.logs();
  }
  /** Returns what a trusted log has signed and a quorum has cosigned; throws a `RefusedError` otherwise. */
  verify(note: string): Covered {
    const told = attempt(() => this.#trust.verify(text(note, "a note")));
    const cosigners: Cosigner[] = [];
    for (let at = 3; at < told.length; at += 2) cosigners.push({ name: told[at] as string, time: told[at + 1] as number });
    return { checkpoint: checkpoint(told), cosigners };
  }
  /** Gives its memory back; it cannot be used any more. */
  free(): void {
    this.#trust.free();
  }
}

/**
 * What `load` gives. A voter's receipt (`leaf` and `withdrawal`) names a vote; its proof (`tlog-proof@v1`) shows where the vote
 * stands in a log, and is what is verified here. Keys are text, `name+hash+base64`, and must be known beforehand: what a note
 * says of itself proves nothing.
 */
export interface Receipts {
  TrustPolicy: typeof TrustPolicy;
  /** Returns what the text of a public key says; throws a `RefusedError` where it is none. */
  readKey(key: string): Key;
  /** Returns the text of a note that a key has signed; throws a `RefusedError` otherwise. */
  verifyNote(note: string, key: string): string;
  /** Returns when a witness has cosigned a note, as it says: seconds since 1970. Throws a `RefusedError` otherwise. */
  verifyCosignature(note: string, key: string): number;
  /** Returns what the log of a key has signed; throws a `RefusedError` otherwise. */
  verifyCheckpoint(note: string, key: string): Checkpoint;
  /**
   * Verifies that the vote of a receipt stands in a log: returns the place that its proof (`tlog-proof@v1`) shows there. The log
   * is the one whose key is given, or one that a policy trusts, and then a quorum must have cosigned the checkpoint too. `line`
   * is the entry as it was recorded. Throws a `RefusedError` where anything does not hold.
   */
  verifyReceipt(proof: string, line: string | Uint8Array, trust: string | TrustPolicy): Place;
  /** Returns the id of an entry: the leaf hash of its bytes (RFC 6962), in hexadecimal. */
  leafHash(line: string | Uint8Array): string;
}

/** The text of a note that a key has signed, and the time that the signature tells. */
function signed(note: string, key: string): [string, number] {
  const [noted, pinned] = [text(note, "a note"), text(key, "a key")];
  return attempt(() => wasm.verifyNote(noted, pinned));
}

/** @internal */
export const api: Receipts = {
  TrustPolicy,
  readKey(key) {
    const [name, witness] = attempt(() => wasm.readKey(text(key, "a key")));
    return { name, witness };
  },
  verifyNote: (note, key) => signed(note, key)[0],
  verifyCosignature: (note, key) => signed(note, key)[1],
  verifyCheckpoint: (note, key) => checkpoint(attempt(() => wasm.verifyCheckpoint(text(note, "a note"), text(key, "a key")))),
  verifyReceipt(proof, line, trust) {
    const [kept, entry] = [text(proof, "a proof"), bytes(line)];
    const told = attempt(() => (typeof trust === "string" ? wasm.verifyReceipt(kept, entry, trust) : inside(trust).verifyReceipt(kept, entry)));
    return { index: told[3], checkpoint: checkpoint(told) };
  },
  leafHash: (line) => wasm.leafHash(bytes(line)),
};
