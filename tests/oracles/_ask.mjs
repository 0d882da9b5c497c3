// Asks obmen and compares: `ask(questions)` gives its answers, `compare` counts, `finish` fails on any difference.
import { execFileSync } from "node:child_process";

/** The answer of obmen to each question, an object such as `{kind: "date", value: …}`. */
export function ask(questions) {
  const input = questions.map((question) => JSON.stringify(question) + "\n").join("");
  const output = execFileSync(process.env.OBMEN_ORACLE, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  const answers = output.trimEnd().split("\n").map((line) => JSON.parse(line));
  for (const { error } of answers) if (error) throw new Error(error);
  if (answers.length !== questions.length) throw new Error(`${answers.length} answers`);
  return answers;
}

let same = 0;
const wrong = [];

/** Notes whether both say the same of a subject. */
export function compare(subject, ours, theirs) {
  if (ours === theirs) same += 1;
  else wrong.push(`${subject}: obmen ${JSON.stringify(ours)}, the other ${JSON.stringify(theirs)}`);
}

/** Prints the sum and leaves with 1 when anything differs. */
export function finish() {
  console.log(`   ${same} agree`);
  for (const line of wrong.slice(0, 40)) console.error("   " + line);
  if (wrong.length > 0) {
    console.error(`   ${wrong.length} unexplained`);
    process.exit(1);
  }
}
