// What the declarations must say; compiled by `tsc --strict` against the installed package, never run.
import { load as loadWithPages } from "obmen/pages";
import { load, LoadError, ObmenError, OptionError, RecordError } from "obmen";
import type { Diagnostic, Issue, Obmen, ObmenWithPages, Practice, PracticeSchema, RecordErrorCode, Role, RuleCode } from "obmen";
import { load as loadNominations, RefusedError, type Decision, type Policy } from "obmen/nominations";
import { load as loadReceipts, RefusedError as ReceiptError, type Place, type TrustPolicy } from "obmen/receipts";
import { ChallengeError, ObmenError as SolverError, solve, type Challenge, type Progress } from "obmen/solver";
import rules from "obmen/rules.json" with { type: "json" };
import schema from "obmen/schema.json" with { type: "json" };
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <T extends true>(): T | undefined => undefined;

const obmen: Obmen = await load({ wasm: new URL("https://example.org/obmen.wasm") });
const withPages: ObmenWithPages = await loadWithPages();
same<Equal<ReturnType<typeof withPages.readPage>["text"], string>>();
// @ts-expect-error pages are read by `obmen/pages` alone
obmen.readPage("");

// A sound record is there without asking; of another nobody knows.
const reading = obmen.read(new Uint8Array(), { lang: "bg", today: new Date(), severities: { "network/no-lead": "off" } });
if (reading.ok) same<Equal<typeof reading.practice, Practice>>();
else same<Equal<typeof reading.practice, Practice | undefined>>();
// @ts-expect-error it is not writable
reading.practice = {};

// Codes and closed sets are literal, open sets know their members and take others.
const code: RuleCode = "shape/unknown-field";
const found: Diagnostic | undefined = reading.report.diagnostics.find((diagnostic) => diagnostic.code === code);
// @ts-expect-error no such rule
reading.report.diagnostics[0]?.code === "network/no-led";
same<Equal<Diagnostic["severity"], "error" | "warning" | "hint">>();
same<Equal<Role, "lead" | "partner" | "contractor" | "funder" | "supporter">>();
const practice: Practice = {
  title: { bg: "Обмен" },
  status: "our-own-word",
  network: { members: [{ role: "lead", organisation: "initiator" }, { role: "partner", organisation: { name: { en: "B" } } }] },
  results: { items: [{ kind: "output", indicator: { unit: "item", target: 3 } }] },
};
// @ts-expect-error a text of a written record has its language
const bare: Practice = { title: "Обмен" };
// @ts-expect-error no such field
const misspelt: Practice = { titel: { bg: "Обмен" } };
// @ts-expect-error no such member
const party: Practice = { network: { members: [{ organisation: "innovator" }] } };
same<Equal<typeof practice.published, string | undefined>>();

// Options are checked.
// @ts-expect-error
obmen.read("{}", { lang: "de" });
// @ts-expect-error
obmen.read("{}", { severities: { "network/no-led": "off" } });
// @ts-expect-error an object is checked, not read
obmen.read({});
obmen.check({});
same<Equal<ReturnType<typeof obmen.text>, { value: string; lang: string } | undefined> extends true ? true : true>();

// The schema is a Standard Schema by the types of its authors, in and out.
const standard: StandardSchemaV1 = obmen.practice();
const withJson: StandardSchemaV1 & StandardJSONSchemaV1 = obmen.practice({ jsonSchema: schema });
same<Equal<StandardSchemaV1.InferOutput<PracticeSchema>, Practice>>();
const input: StandardSchemaV1.InferInput<PracticeSchema> = { title: "Обмен", objectives: ["a", { en: "b" }] };
// @ts-expect-error without the schema there is none to give
obmen.practice()["~standard"].jsonSchema;

const why: string | undefined = rules[0]?.why.bg;
const error = new LoadError("wasm-policy", "no");
same<Equal<typeof error.code, "wasm-fetch" | "wasm-status" | "wasm-content" | "wasm-policy" | "wasm-compile">>();
same<Equal<RecordError["code"], "record-input" | "record-value" | "record-cycle" | "record-throws">>();
same<Equal<OptionError["code"], "option">>();
same<Equal<Issue["code"], RuleCode | RecordErrorCode>>();
void [found, bare, misspelt, party, standard, withJson, input, why];

// The solver takes a challenge or its text; what it throws is what the package throws.
const challenge: Challenge = {
  parameters: { algorithm: "SHA-256", nonce: "00", salt: "00", cost: 1, keyLength: 32, keyPrefix: "00", data: { practice: "a" } },
  signature: "00",
};
const progress = ({ tried, expected }: Progress): number => tried / expected;
same<Equal<ReturnType<typeof solve>, Promise<string>>>();
await solve(challenge, { signal: AbortSignal.timeout(1), progress, worker: new URL("https://example.org/worker.js"), refused: (why) => why.code });
await solve("{}", { worker: false });
// @ts-expect-error no such algorithm
await solve({ ...challenge, parameters: { ...challenge.parameters, algorithm: "MD5" } });
// @ts-expect-error no such option
await solve("{}", { workers: 2 });
const unsolved = new ChallengeError("challenge-field", "no", "parameters.cost");
same<Equal<typeof unsolved.field, string | undefined>>();
const shared: typeof SolverError = ObmenError;

// Decisions are told apart by their word; what is secret has no field to be read by mistake.
const { Admission, Keys, tag } = await loadNominations();
const policy: Policy = { edition: "2026-spring", scope: "bg", opens: "2026-03-01T00Z", closes: "2026-06-01T00Z", classes: ["pow"] };
const keys = Keys.generate("2026-spring", "1").rotateSite("2");
const admission = new Admission({ site: "obmen.example.bg", policy, keys, open: new Set(["flgr:1"]) });
const decision: Decision = admission.admit({ practice: "flgr:1", class: "pow", voter: "b", answer: "a" }, { now: new Date(), lang: "bg" });
admission.admit({ practice: "flgr:1", class: "eid" }, { person: "p", member: false, caller: undefined });
// @ts-expect-error a visitor does not say who they are
admission.admit({ practice: "flgr:1", class: "eid", person: "p" });
if (decision.decision === "counted") same<Equal<typeof decision.withdrawal, string>>();
else same<Equal<typeof decision.message, string>>();
same<Equal<ReturnType<typeof tag>, string>>();
const refusedError = (error: RefusedError): string => error.told("bg").help;
// @ts-expect-error a person is not proven by an address alone
admission.admit({ practice: "flgr:1", class: "eid", address: "a@example.bg" });
// @ts-expect-error no such class
new Admission({ site: "obmen.example.bg", policy: { ...policy, classes: ["sms"] }, keys });
void refusedError;

// A proof is verified by a key or by a policy; what is refused is what the nominations refuse.
const receipts = await loadReceipts();
const trusted: TrustPolicy = receipts.TrustPolicy.read("quorum none");
const place: Place = receipts.verifyReceipt("", new Uint8Array(), trusted);
same<Equal<typeof place.checkpoint.size, number>>();
same<Equal<ReturnType<typeof receipts.verifyCosignature>, number>>();
const seen: number | undefined = trusted.verify("").cosigners[0]?.time;
receipts.verifyReceipt("", "", "obmen.example.bg+ca68910a+AdeF");
// @ts-expect-error a policy is read, not written as text
receipts.verifyReceipt("", "", ["log"]);
// @ts-expect-error none is made by hand
new receipts.TrustPolicy();
const sharedRefusal: typeof ReceiptError = RefusedError;
void [seen, sharedRefusal];
