// What the vectors' logs and witnesses sign, judged by `obmen/receipts` in Node and in a page alike: no files are opened here.

/** The log of the vectors. */
export const KEY = "obmen.example.bg+ca68910a+AdeFtJWD7nNsZs9V3IdHT08zfJcb/D1py6HiHmd2NlOv";

/** The files with something for a reader to judge. */
export const FILES = ["nomination/log.json", "nomination/witness.json"];

/** A value with the keys of its objects in order, as the vectors write them. */
const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value !== "object" || value === null
      ? value
      : Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));

/** Judges what a case makes: what its steps of signing and proving gave is taken from its lines. */
class Reader {
  constructor(receipts) {
    Object.assign(this, { receipts, note: "", proof: "", request: "", kept: "", policy: undefined });
  }

  /** What the package says of a step; nothing where a step is no reader's. */
  judge(step, told) {
    const { TrustPolicy, readKey, verifyNote, verifyCosignature, verifyCheckpoint, verifyConsistency, verifyReceipt } = this.receipts;
    const key = step.key ?? KEY;
    switch (step.do) {
      case "log-key": {
        const { name, witness } = readKey(key);
        return { name, signs: witness ? "Cosignatures" : "Notes" };
      }
      case "log-note":
        this.note = step.note;
        return "key" in step ? { text: verifyNote(this.note, key) } : undefined;
      case "log-checkpoint":
        return readKey(key).witness ? { time: verifyCosignature(this.note, key) } : verifyCheckpoint(this.note, key);
      case "log-place": {
        const { index, checkpoint } = verifyReceipt(this.proof, step.line, key);
        return { index, origin: checkpoint.origin, size: checkpoint.size };
      }
      case "log-extends":
      case "trust-extends":
        return verifyConsistency(this.request, this.kept, step.do === "log-extends" ? key : TrustPolicy.read(this.policy));
      case "trust":
        this.policy = step.policy.map((line) => `${line}\n`).join("");
        return { policy: TrustPolicy.read(this.policy).text() };
      case "trust-verify": {
        const { checkpoint, cosigners } = TrustPolicy.read(this.policy).verify(this.note);
        return { cosigners, origin: checkpoint.origin, size: checkpoint.size };
      }
      default:
        this.note = told.note ?? this.note;
        this.proof = told.proof ?? this.proof;
        this.request = told.request ?? this.request;
        if (step.do === "log-keep") this.kept = this.note;
        // A witness answers with its line alone.
        if (step.do === "witness-add") this.note += told.lines ?? "";
        return undefined;
    }
  }

  /** The same, of a step that may be refused. */
  step(step, told) {
    try {
      return this.judge(step, told);
    } catch (error) {
      if (error.name !== "RefusedError") throw error;
      return { arguments: error.arguments, code: error.code };
    }
  }
}

/** What is judged in a file of vectors: how much of it, and a list of faults. */
export function judgeLogs(receipts, { cases }) {
  const faults = [];
  let judged = 0;
  for (const { name, steps, written } of cases) {
    const reader = new Reader(receipts);
    const lines = written.trimEnd().split("\n");
    if (lines.length !== steps.length) throw new Error(`${name}: ${lines.length} lines, ${steps.length} steps`);
    steps.forEach((step, at) => {
      const told = JSON.parse(lines[at]);
      const given = reader.step(step, told);
      if (given === undefined) return;
      judged += 1;
      const [said, wanted] = [given, told].map((value) => JSON.stringify(sorted(value)));
      if (said !== wanted) faults.push(`${name}, step ${at}: ${said}, and not ${wanted}`);
    });
  }
  return { judged, faults };
}
