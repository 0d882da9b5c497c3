// Votes as JavaScript takes them: plain objects in and out. All judgement is in the wasm; here it is converted and named.

import { kindOf, written } from "./json.js";
import * as wasm from "./nominations-wasm.js";
import { badOption, optionsOf } from "./options.js";
import { bytes, langOf, RefusedError, text, type Lang, type Refusal } from "./refused.js";

/** How strongly a vote proves that a person cast it; later is stronger. */
export type Class = "typed" | "pow" | "email" | "eid";

/** What a solved challenge is for: a vote, or a message by which an address is proven. */
export type Action = "vote" | "confirm";

/** What kind of identity a tag is made of. */
export type IdentityKind = "browser" | "email" | "person";

/** Why a vote is voided. */
export type Reason = "erasure" | "irregular" | "mistake" | "order";

/** An entry of a log. */
export interface Entry {
  v: 1;
  kind: "vote" | "void" | "withdraw" | "key" | "closing";
  origin: string;
  seq: number;
  hour: string;
  edition: string;
  salt: string;
  [field: string]: unknown;
}

/** The vote is in the log. */
export interface Counted {
  decision: "counted";
  /** The entry, whose line is `JSON.stringify(entry)`. */
  entry: Entry;
  /** The id of the vote, by which it is found in the log. With `withdrawal` it is the voter's receipt. */
  leaf: string;
  /** The secret by which the voter, who alone is given it, can take the vote back. */
  withdrawal: string;
}

/** A vote of the same or a stronger class is there already. */
export interface Duplicate extends Refusal {
  decision: "duplicate";
}

/** Nothing is recorded until the address is proven. */
export interface Provisional extends Refusal {
  decision: "provisional";
  /** What is to be sent to the address. It must not go to the one who asks, so `JSON.stringify` leaves it out. */
  readonly send: {
    /** How long it is good, in minutes. */
    minutes: number;
    /** Part of the link, which goes to the address and nowhere else; or, when there is a code, for the page that asks for it: alone it proves nothing. */
    token: string;
    /** The code, when one is sent instead of a link. */
    code?: string;
  };
}

/** Why not. */
export interface Refused extends Refusal {
  decision: "refused";
}

/** What became of a request. */
export type Decision = Counted | Duplicate | Provisional | Refused;

/** The rules by which votes are taken in one edition; what is left out has its safe value. */
export interface Policy {
  v?: 1;
  edition: string;
  scope: string;
  /** The hour in UTC from which votes are taken, such as `2026-03-01T00Z`. */
  opens: string;
  /** The hour in UTC from which they are taken no more. */
  closes: string;
  /** By default `email` and `eid`. */
  classes?: Class[];
  weak_per_strong?: number | null;
  confirm_minutes?: number;
  appeal_days?: number;
  challenge?: {
    algorithm?: "PBKDF2/SHA-256" | "SHA-256";
    /** 1 to 1,000,000; a browser tries about 256 keys of so much work. */
    cost?: number;
    /** How long a challenge is good, 1 to 300. */
    seconds?: number;
  };
}

/** A vote as a visitor hands it in. `voter`: a random token of the browser. */
export type VoteRequest = { practice: string } & (
  | { class: "typed"; voter: string; token: string; code: string }
  | { class: "pow"; voter: string; answer: string }
  | { class: "email"; address: string; answer: string; confirm?: "link" | "code" }
  | { class: "email"; address: string; token: string; code?: string }
  | { class: "eid" }
);

/** What the site knows of who hands a request in; it never comes from the visitor. */
export interface Known {
  /** The IP address that it came from, for the limit of a network and nothing else. */
  caller?: string | undefined;
  /** Whether the voter belongs to those who carried the practice out. */
  member?: boolean | undefined;
  /** The person as the site identified them, for the class `eid`. */
  person?: string | undefined;
}

/** Time and chance, which are passed in by tests alone. */
export interface Now {
  /** Seconds since 1970, or a Date; by default the clock's. */
  now?: number | Date;
  /** Fresh random bytes, as many as the function says; by default those of `crypto.getRandomValues`. */
  chance?: Uint8Array;
}

/** What an admission is made of. */
export interface AdmissionOptions {
  /** The name of its log, such as `obmen.example.bg`. */
  site: string;
  /** The rules, as an object or as JSON. */
  policy: Policy | string;
  keys: Keys;
  /** The practices that take votes, each named by its register and its key there, such as `flgr:20070736`. */
  open?: Iterable<string>;
  /** The practices that take no more votes. */
  closed?: Iterable<string>;
  /** The lines of its log so far, in their order, as one text or one by one. */
  log?: string | Iterable<string>;
  /**
   * How many used answers that have not expired it remembers, 100,000 by default, and as many of messages; while there is no
   * room, none is taken.
   */
  nonces?: number;
}

/** Gives what the wasm gives; what it refuses is thrown. */
function attempt<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const [en, bg] = JSON.parse(thrown);
    throw new RefusedError(en, bg);
  }
}

/** JSON as it was given, or of an object. */
function json(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  if (kindOf(value) !== "Object") throw badOption(`${what} must be an object, or its JSON`, value);
  return written(value, (path) => {
    throw badOption(`${what} must hold what JSON can say, also at \`${path.join("/")}\``, value);
  });
}

function names(value: unknown, what: string): string[] {
  if (typeof value === "string" || typeof (value as Iterable<string> | undefined)?.[Symbol.iterator] !== "function") {
    throw badOption(`${what} must be a list of texts`, value);
  }
  return [...(value as Iterable<unknown>)].map((name) => text(name, `each of ${what}`));
}

function whole(value: unknown, what: string, most = 0xffff_ffff): number {
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > most) throw badOption(`${what} must be a whole number from 0 to ${most}`, value);
  return Number(value);
}

function time(now: unknown = Date.now() / 1000): number {
  const seconds = kindOf(now) === "Date" ? (now as Date).getTime() / 1000 : now;
  // Far beyond it dates have no year of four digits.
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds < 2 ** 37)) {
    throw badOption("option `now` must be seconds since 1970, or a Date", now);
  }
  return Math.floor(seconds);
}

function chanceOf(chance: unknown, size: number): Uint8Array {
  if (chance === undefined) return crypto.getRandomValues(new Uint8Array(size));
  if (kindOf(chance) !== "Uint8Array" || (chance as Uint8Array).length !== size) throw badOption(`option \`chance\` must be ${size} bytes, a Uint8Array`, chance);
  return chance as Uint8Array;
}

let inside: (keys: Keys) => wasm.Keys;

/**
 * The keys of a site: its own, and those of the scope that it shares with other sites.
 *
 * They are printed by their ids alone. The text of keys is `{"edition", "site": [key], "scope": [key]}`, each key
 * `{"id", "secret"}` with 32 bytes in small hexadecimal; behind a key may stand the one before it, whose signatures and tags
 * are still known. The keys of the scope are for one edition: what changes them returns other keys, and these are as they
 * were.
 */
export class Keys {
  readonly #keys: wasm.Keys;
  static {
    inside = (keys) => {
      if (typeof keys !== "object" || keys === null || !(#keys in keys)) throw badOption("keys must be `Keys`", kindOf(keys));
      return keys.#keys;
    };
  }
  private constructor(keys: wasm.Keys) {
    this.#keys = keys;
  }
  /** Returns the keys of their text; throws a `RefusedError` where there are none, which repeats no key. */
  static read(source: string): Keys {
    // What was given is not shown: it may be secret.
    if (typeof source !== "string") throw badOption("the text of keys must be a text", kindOf(source));
    return new Keys(attempt(() => wasm.Keys.read(source)));
  }
  /** Returns new keys for an edition (the name of it alone), of this id. `chance`: 64 bytes. */
  static generate(edition: string, id: string, options?: Pick<Now, "chance">): Keys {
    const chance = chanceOf(optionsOf(options).chance, 64);
    return new Keys(attempt(() => wasm.Keys.generate(text(edition, "an edition"), text(id, "the id of keys"), chance)));
  }
  /** Returns keys with a new one of the site before its current one. `chance`: 32 bytes. */
  rotateSite(id: string, options?: Pick<Now, "chance">): Keys {
    const chance = chanceOf(optionsOf(options).chance, 32);
    return new Keys(attempt(() => this.#keys.rotateSite(text(id, "the id of a key"), chance)));
  }
  /**
   * Returns keys with a new one of the scope before its current one, in an emergency: the old one may be known to others.
   * Every site of the scope needs it, and it can be done once in an edition. `chance`: 32 bytes.
   */
  rotateScope(id: string, options?: Pick<Now, "chance">): Keys {
    const chance = chanceOf(optionsOf(options).chance, 32);
    return new Keys(attempt(() => this.#keys.rotateScope(text(id, "the id of a key"), chance)));
  }
  /** Returns keys with a new one of the scope, for the next edition, in the place of all it has. `chance`: 32 bytes. */
  beginEdition(edition: string, id: string, options?: Pick<Now, "chance">): Keys {
    const chance = chanceOf(optionsOf(options).chance, 32);
    return new Keys(attempt(() => this.#keys.beginEdition(text(edition, "an edition"), text(id, "the id of a key"), chance)));
  }
  /**
   * Returns keys without those of the scope, by which nobody finds out who voted; throws a `RefusedError` while the votes
   * can be disputed. Overwrite every copy of the text, at every site of the scope and in backups.
   */
  destroyScope(policy: Policy | string, options?: Pick<Now, "now">): Keys {
    const at = time(optionsOf(options).now);
    return new Keys(attempt(() => this.#keys.destroyScope(json(policy, "a policy"), at)));
  }
  /** The name of the edition that the keys of the scope were made for. */
  get edition(): string {
    return this.#keys.edition();
  }
  /** The ids of the keys of the site and of the scope, the current one first. */
  get ids(): { site: string[]; scope: string[] } {
    return { site: this.#keys.ids(false), scope: this.#keys.ids(true) };
  }
  /** Returns the keys as text, secrets and all: for the place where they are kept, and for nothing else. */
  text(): string {
    return this.#keys.text();
  }
  /** Wipes them; they cannot be used any more. */
  free(): void {
    this.#keys.free();
  }
  toJSON(): { site: string[]; scope: string[] } {
    return this.ids;
  }
  toString(): string {
    const { site, scope } = this.ids;
    return `Keys(edition: ${this.edition}; site: ${site.join(", ")}; scope: ${scope.join(", ")})`;
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/**
 * What takes votes at one site in one edition: the one writer of its log.
 *
 * It remembers in memory, and writes no file: the site appends the line of every vote that counts, `JSON.stringify(entry)`,
 * to its log before it tells the voter, and gives the lines as `log` when it starts anew. Which answers, links
 * and codes were used is then forgotten: start with a new key of the site, without the old one behind it, and none of before is
 * taken.
 */
export class Admission {
  readonly #admission: wasm.Admission;
  /** Throws a `RefusedError` where the policy is none, the site no name of a log, or the log not the site's, whole and in order. */
  constructor(options: AdmissionOptions) {
    const { site, policy, keys, open = [], closed = [], log = "", nonces } = optionsOf<AdmissionOptions>(options);
    const lines = typeof log === "string" ? log : names(log, "option `log`").join("\n");
    const [opened, shut] = [names(open, "option `open`"), names(closed, "option `closed`")];
    const most = nonces === undefined ? undefined : whole(nonces, "option `nonces`");
    const rules = json(policy, "option `policy`");
    this.#admission = attempt(() => wasm.Admission.begin(text(site, "option `site`"), rules, inside(keys), most, lines));
    for (const practice of opened) this.open(practice);
    for (const practice of shut) this.close(practice);
  }
  /** The full name of the edition: its name, `@`, and the hash of its policy. */
  get edition(): string {
    return this.#admission.edition();
  }
  /** Lets a practice take votes; throws a `RefusedError` where it is no name of one. */
  open(practice: string): void {
    attempt(() => this.#admission.set(text(practice, "a practice"), true));
  }
  /** Lets a practice take no more votes; throws a `RefusedError` where it is no name of one. */
  close(practice: string): void {
    attempt(() => this.#admission.set(text(practice, "a practice"), false));
  }
  /** Lets the network of a `caller` try so often in an hour, 120 times unless said: advice against lazy programs. */
  limit(most: number): void {
    this.#admission.limit(whole(most, "a limit"));
  }
  /** Puts other keys in the place of those that it has: the new one, and behind it the one before. */
  rekey(keys: Keys): void {
    attempt(() => this.#admission.rekey(inside(keys)));
  }
  /** Returns a challenge, as JSON for the browser; throws a `RefusedError` where no votes are taken. `chance`: 32 bytes. */
  challenge(practice: string, action: Action = "vote", options?: Now): string {
    const { now, chance } = optionsOf(options);
    const [at, drawn] = [time(now), chanceOf(chance, 32)];
    const made = attempt(() => this.#admission.challenge(text(practice, "a practice"), text(action, "an action"), at, drawn));
    if (made === undefined) throw badOption("an action must be `vote` or `confirm`", action);
    return made;
  }
  /**
   * Returns a code to be shown in a picture, and the token that goes with it into the form, good for ten minutes and one
   * attempt; throws a `RefusedError` where no votes are taken. `chance`: 16 bytes.
   */
  picture(practice: string, options?: Now): { code: string; token: string } {
    const { now, chance } = optionsOf(options);
    const [at, drawn] = [time(now), chanceOf(chance, 16)];
    return JSON.parse(attempt(() => this.#admission.picture(text(practice, "a practice"), at, drawn)));
  }
  /**
   * Judges a request, an object or JSON as the visitor sent it, and records the vote if it counts. What the site knows comes
   * apart from it. `chance`: 48 bytes.
   */
  admit(request: VoteRequest | string, options?: Known & Now & { lang?: Lang }): Decision {
    const { now, chance, lang = "en", caller, member, person } = optionsOf(options);
    const [at, drawn, bulgarian] = [time(now), chanceOf(chance, 48), langOf(lang) === "bg"];
    const known = JSON.stringify({ caller, member, person });
    const decided = attempt(() => this.#admission.admit(json(request, "a request"), known, at, drawn, bulgarian));
    const [decision, send] = [JSON.parse(decided.told()), decided.send()];
    decided.free();
    // Not enumerable, so that an answer made of the decision does not hand it out.
    if (send !== undefined) Object.defineProperty(decision, "send", { value: JSON.parse(send) });
    return decision;
  }
  /**
   * Takes a vote back for its voter, and returns the line that says so in the log; throws a `RefusedError` where the log holds
   * no such vote, or it is another's secret. `line`: the vote as the log holds it; `token`: the `withdrawal` that the voter was
   * given. The person may vote again. `chance`: 16 bytes.
   */
  withdraw(line: string, token: string, options?: Now): string {
    const { now, chance } = optionsOf(options);
    const [at, drawn] = [time(now), chanceOf(chance, 16)];
    const done = attempt(() => this.#admission.withdraw(text(line, "a line"), text(token, "a token"), at, drawn));
    // What was given is not shown: it may be secret.
    if (done === undefined) throw badOption("a token must be 64 small hexadecimal digits", kindOf(token));
    return done;
  }
  /**
   * Takes a vote back for the site, also one that its voter has withdrawn, and returns the line that says so in the log; throws a
   * `RefusedError` where the log holds no such vote. `chance`: 16 bytes.
   */
  void(line: string, reason: Reason, options?: Now): string {
    const { now, chance } = optionsOf(options);
    const [at, drawn] = [time(now), chanceOf(chance, 16)];
    const done = attempt(() => this.#admission.void(text(line, "a line"), text(reason, "a reason"), at, drawn));
    if (done === undefined) throw badOption("a reason must be `erasure`, `irregular`, `mistake` or `order`", reason);
    return done;
  }
  /**
   * Records the result of the edition, and returns the line that says so in the log; throws a `RefusedError` while votes are
   * taken. `tally` and `votes`: `hash` and `votes` of the edition in a tally by its policy, which Rust, Python and the command
   * make. `chance`: 16 bytes.
   */
  closeEdition(tally: string, votes: number, options?: Now): string {
    const { now, chance } = optionsOf(options);
    const [at, drawn, count] = [time(now), chanceOf(chance, 16), whole(votes, "the votes")];
    const done = attempt(() => this.#admission.closeEdition(text(tally, "a tally"), count, at, drawn));
    if (done === undefined) throw badOption("a tally must be 64 small hexadecimal digits", tally);
    return done;
  }
  /** Gives its memory back; it cannot be used any more. */
  free(): void {
    this.#admission.free();
  }
}

/** What `load` gives. */
export interface Nominations {
  Admission: typeof Admission;
  Keys: typeof Keys;
  /** Returns an entry of the bytes of its line; throws a `RefusedError` where they are none in the one form (RFC 8785). */
  readEntry(line: string | Uint8Array): Entry;
  /** Returns the id of an entry: the leaf hash of its bytes (RFC 6962), in hexadecimal. */
  leafHash(line: string | Uint8Array): string;
  /** Returns the full name of a policy's edition; throws a `RefusedError` where it is no policy. */
  edition(policy: Policy | string): string;
  /** Returns the one form of the addresses that reach one mailbox; throws a `RefusedError` where it is no address. */
  normaliseEmail(address: string): string;
  /**
   * Returns what stands for a person in votes for one practice in one edition, in hexadecimal: for tests of agreement, and
   * to find the votes of whoever asks for their erasure. Throws a `RefusedError` where nobody is identified.
   */
  tag(keys: Keys, edition: string, practice: string, kind: IdentityKind, identity: string): string;
  /**
   * Returns the answer to a challenge; throws a `RefusedError` where it is none that can be solved. All else waits, so it
   * is for tests and programs: pages have `obmen/solver`.
   */
  solve(challenge: string | object): string;
}

/** @internal */
export const api: Nominations = {
  Admission,
  Keys,
  readEntry: (line) => JSON.parse(attempt(() => wasm.readEntry(bytes(line)))),
  leafHash: (line) => wasm.leafHash(bytes(line)),
  edition: (policy) => attempt(() => wasm.edition(json(policy, "a policy"))),
  normaliseEmail: (address) => attempt(() => wasm.normaliseEmail(text(address, "an address"))),
  tag(keys, edition, practice, kind, identity) {
    const given: [string, unknown][] = [["an edition", edition], ["a practice", practice], ["a kind", kind], ["an identity", identity]];
    const [named, of, what, who] = given.map(([name, value]) => text(value, name)) as [string, string, string, string];
    const made = attempt(() => wasm.tag(inside(keys), named, of, what, who));
    if (made === undefined) throw badOption("a kind of identity must be `browser`, `email` or `person`", kind);
    return made;
  },
  solve: (challenge) => attempt(() => wasm.solve(json(challenge, "a challenge"))),
};
