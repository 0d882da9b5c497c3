// What the declarations promise, held by `tsc --strict` against the installed package; nothing here is run.
import { load, type Diagnostic, type Practice, type Reading, type RuleCode } from "obmen";
import type { StandardSchemaV1 } from "@standard-schema/spec";

const obmen = await load({ wasm: new URL("https://example.org/wasm_bg.wasm") });

const reading: Reading = obmen.read(new Uint8Array(), { lang: "bg", today: new Date(), severities: { "link/off-topic": "off" } });
if (reading.ok) {
  // A sound reading always has its record.
  const sound: Practice = reading.practice;
  const title: string | undefined = sound.title?.["bg"];
  void title;
} else {
  const perhaps: Practice | undefined = reading.practice;
  void perhaps;
}
const first: Diagnostic | undefined = reading.report.diagnostics[0];
const code: RuleCode = first?.code ?? "practice/missing-title";
void code;

// @ts-expect-error there is no such code
const unknown: RuleCode = "practice/nothing";
void unknown;
// @ts-expect-error there is no such language of messages
obmen.check({}, { lang: "de" });
// @ts-expect-error objects are for `check`
obmen.read({ id: "a" });

// Whoever takes a Standard Schema takes ours, with its types.
const schema: StandardSchemaV1 = obmen.practice();
void schema;
type Output = StandardSchemaV1.InferOutput<ReturnType<typeof obmen.practice>>;
const output: Output = { id: "a", title: { bg: "Обмен" } };
void output;
// @ts-expect-error a title is a language map
const wrong: Output = { title: 5 };
void wrong;
