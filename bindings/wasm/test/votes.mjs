// The vectors of nominations as JavaScript runs them, in Node and in a page alike: a site is set up, and steps are taken one
// after another.

/** JSON as the runners give it, with sorted keys: places in messages count by it. */
function compact(value) {
  const sorted = (_, held) =>
    typeof held === "object" && held !== null && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held;
  return JSON.stringify(value, sorted);
}

/** The bytes that stand for chance: each step has its own. */
const chanceOf = (place, size) => Uint8Array.from({ length: size }, (_, at) => (16 * place + at) % 256);

const unbase64 = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/** The setup of a case, whose fields take the place of the file's. */
export const setupOf = (vectors, item) => ({ ...vectors.setup, ...item.setup });

/** The line that each step gives, with words in a language. */
export function run({ Admission, Keys, ...votes }, setup, steps, lang) {
  const keysOf = (keys) => Keys.read(compact(keys));
  const keys = keysOf(setup.keys);
  const { site, open, closed, nonces = 1000 } = setup;
  const admission = new Admission({ site, policy: compact(setup.policy), keys, open, closed, nonces });
  const last = { challenge: "", answer: "", token: "", code: "" };
  const gave = (given) => Object.assign(last, given) && given;
  const TAKE = {
    challenge: ({ practice, action }, now, chance) => gave({ challenge: admission.challenge(practice, action, { now, chance: chance(32) }) }),
    solve: ({ challenge = last.challenge }) => gave({ answer: votes.solve(challenge) }),
    alter({ from, to }) {
      const answer = unbase64(last.answer);
      if (!answer.includes(from)) throw new Error(`${answer} has no ${from}`);
      return gave({ answer: base64(answer.replace(from, () => to)) });
    },
    picture: ({ practice }, now, chance) => gave(admission.picture(practice, { now, chance: chance(16) })),
    admit({ request, known = {} }, now, chance) {
      const text = ["answer", "token", "code"].reduce((text, name) => text.replaceAll(`$${name}`, () => last[name]), typeof request === "string" ? request : compact(request));
      const decision = admission.admit(text, { ...known, now, chance: chance(48), lang });
      const { send, entry, withdrawal } = decision;
      if (entry) gave({ line: JSON.stringify(entry), withdrawal });
      if (send) gave({ token: send.token, code: send.code ?? "" });
      return { ...decision, send };
    },
    withdraw: ({ line, token }, now, chance) => ({
      line: admission.withdraw(line.replace("$line", () => last.line), token.replace("$withdrawal", () => last.withdrawal), { now, chance: chance(16) }),
    }),
    void: ({ line, reason }, now, chance) => ({ line: admission.void(line.replace("$line", () => last.line), reason, { now, chance: chance(16) }) }),
    close: ({ tally, votes }, now, chance) => ({ line: admission.closeEdition(tally, votes, { now, chance: chance(16) }) }),
    rekey: ({ keys }) => admission.rekey(keysOf(keys)) ?? {},
    limit: ({ most }) => admission.limit(most) ?? {},
    entry({ line }) {
      const entry = votes.readEntry(line);
      if (JSON.stringify(entry) !== line) throw new Error(`read otherwise: ${line}`);
      return { leaf: votes.leafHash(line) };
    },
    policy: ({ policy }) => ({ edition: votes.edition(compact(policy)) }),
    keys({ keys, then, edition, id, policy }, now, chance) {
      const [read, chosen] = [keysOf(keys), { chance: chance(32) }];
      const changed = {
        "rotate-site": () => read.rotateSite(id, chosen),
        "rotate-scope": () => read.rotateScope(id, chosen),
        "begin-edition": () => read.beginEdition(edition, id, chosen),
        "destroy-scope": () => read.destroyScope(compact(policy), { now }),
        undefined: () => read,
      }[then]();
      return JSON.parse(compact(JSON.parse(changed.text())));
    },
    address: ({ address }) => ({ address: votes.normaliseEmail(address) }),
    tag: ({ practice, kind, voter }) => ({ tag: votes.tag(keys, admission.edition, practice, kind, voter) }),
  };
  const given = steps.map((step, place) => {
    try {
      return TAKE[step.do](step, step.now ?? setup.now, (size) => chanceOf(place, size));
    } catch (error) {
      if (error.name !== "RefusedError") throw error;
      return error.told(lang);
    }
  });
  admission.free();
  return given.map((line) => JSON.stringify(line));
}

/** What the answers to a case are not as the vectors say: a list of faults. */
export function judgeVotes(votes, vectors, item) {
  const lines = run(votes, setupOf(vectors, item), item.steps, "en").map((line) => JSON.parse(line));
  const written = lines.map(({ message, help, ...rest }) => JSON.stringify(rest)).join("\n");
  const report = lines.flatMap(({ code, arguments: filled }, at) => (filled === undefined ? [] : [{ code, pointer: `/${at}`, arguments: filled }]));
  const wanted = item.report.map(({ code, pointer, arguments: filled = {} }) => ({ code, pointer, arguments: filled }));
  const faults = [];
  for (const [what, given, expected] of [["report", compact(report), compact(wanted)], ["written", written, item.written.trimEnd()]]) {
    if (given !== expected) faults.push(`${item.name}: ${what}\n  wanted ${expected}\n  given  ${given}`);
  }
  return faults;
}
