// The shared vectors as JavaScript reads them, in Node and in a page alike: no files are opened here.
import { judgeVotes, run, setupOf } from "./votes.mjs";

const text = (value) => (Array.isArray(value) ? value.join("\n") : (value ?? ""));

const SECTIONS = {
  bg: ["Предистория", "Практика", "Резултати", "Иноватор", "Дата на публикация", "Номинации"],
  en: ["Background", "Practice", "Results", "Innovator", "Publication Date", "Nominations"],
};

/** The page of a case of tests/vectors/page: given whole, or built of its sections. */
export function page(item) {
  if (item.page !== undefined) return text(item.page);
  const [background, practice, results, innovator, published, nominations] = SECTIONS[item.language ?? "bg"];
  return (
    `${background}\n\n${text(item.background)}\n\n${practice}\n\n${text(item.practice)}\n\n${results}\n\n${text(item.results)}\n\n` +
    `${innovator}: -\n${published}: -\n${nominations}: -\n`
  );
}

const PAGE_DAY = { today: "2026-11-24" };

/** The options of a case, by JavaScript's names. */
function options({ context: { default_language: defaultLanguage, rules_as_of: rulesAsOf, ...rest } = {} }, lang = "en") {
  const named = { defaultLanguage, rulesAsOf, today: null, ...rest, lang };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** The input of a case of records. */
function input(item) {
  if (item.text !== undefined) return item.text;
  if (item.base64 !== undefined) return bytes(item.base64);
  const [before, unit, times, after] = item.repeat;
  return before + unit.repeat(times) + after;
}

function read(obmen, item, lang) {
  const told = options(item, lang);
  if (item.page !== undefined) return obmen.readPage(item.page, told);
  return item.practice === undefined ? obmen.read(input(item), told) : obmen.check(item.practice, told);
}

/** The files that the package cannot answer, and why. */
const LEFT_OUT = {
  "nomination/batch.json": "votes proven first and recorded later: the package takes them one by one",
  "nomination/log.json": "logs: the package verifies what they sign (receipts.test.mjs) and signs nothing",
  "nomination/store.json": "files: the package keeps no log in files",
  "nomination/tally.json": "tallies: the package has none yet",
  "nomination/witness.json": "witnesses: the package verifies what they sign (receipts.test.mjs) and signs nothing",
};

/** Returns what `answer` makes of a case; of one that this package leaves out, what `leave` makes of the reason. */
function unlessLeftOut(item, answer, leave = () => undefined) {
  if (item.register !== undefined) return leave("registers: the package has no catalogue yet");
  try {
    return answer();
  } catch (error) {
    if (error.code === "html") return leave("pages of HTML: the package reads printed text only");
    throw error;
  }
}

const source = (item) => item.practice ?? input(item);

const written = (obmen, item) =>
  item.page === undefined
    ? (obmen.write(source(item), options(item)) ?? null)
    : (obmen.readPage(item.page, options(item)).written ?? null);

const EMPTY = '{"errors":0,"warnings":0,"hints":0,"diagnostics":[]}';

/** The text of a report as it leaves the wasm, before JavaScript makes numbers and objects of it. */
function reportText(obmen, wasm, item, lang) {
  const reading = read(obmen, item, lang);
  let text;
  if (item.page !== undefined) {
    const bytes = typeof item.page === "string" ? new TextEncoder().encode(item.page) : item.page;
    const whole = wasm.readPage(bytes);
    // Quotes inside strings are escaped: these stand only between fields.
    text = whole.slice(whole.indexOf('"report":') + 9, whole.lastIndexOf(',"evidence":['));
  } else if (item.practice !== undefined) {
    text = wasm.check(JSON.stringify(item.practice));
  } else {
    const given = input(item);
    text = typeof given === "string" ? wasm.readText(given) : wasm.read(given);
  }
  text ??= EMPTY;
  if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(reading.report)) throw new Error(`${item.name}: the report is not its text`);
  return text;
}

/**
 * The full answers to a file of vectors, a line a case, in the form of `answers` in tests/src/bin; what is left out has the
 * reason in its line. `wasm` is the glue of the package, `votes` its nominations, `data` are the fixtures by their names.
 */
export function answers({ obmen, wasm, votes, data }, file, vectors) {
  const cases = vectors.cases ?? [];
  const fixtures = vectors.fixtures?.flatMap(({ files }) => files.map((name) => ({ name, page: data[name] }))) ?? [];
  const items = file.startsWith("page/")
    ? [...cases.map((item) => ({ name: item.name, page: page(item) })), ...fixtures].map((item) => ({ ...item, context: PAGE_DAY }))
    : cases;
  return items.map((item) => {
    const names = `"file":${JSON.stringify(file)},"case":${JSON.stringify(item.name)}`;
    const answer = () => {
      if (item.steps !== undefined) {
        const [en, bg] = ["en", "bg"].map((lang) => run(votes, setupOf(vectors, item), item.steps, lang).join(","));
        return `{${names},"en":[${en}],"bg":[${bg}]}`;
      }
      const [en, bg] = ["en", "bg"].map((lang) => reportText(obmen, wasm, item, lang));
      return `{${names},"en":${en},"bg":${bg},"written":${JSON.stringify(written(obmen, item))}}`;
    };
    const leave = (reason) => `{${names},"left_out":${JSON.stringify(reason)}}`;
    return file in LEFT_OUT ? leave(LEFT_OUT[file]) : unlessLeftOut(item, answer, leave);
  });
}

/** What the answers to a file of vectors are not as these say: a list of faults. */
export function judge({ obmen, votes }, file, vectors) {
  const judged = (item) => {
    if (file in LEFT_OUT) return undefined;
    if (file.startsWith("page/")) return judgePage(obmen, item);
    return item.steps === undefined ? judgeRecord(obmen, item) : judgeVotes(votes, vectors, item);
  };
  return (vectors.cases ?? []).flatMap((item) => judged(item) ?? []);
}

/** What the answers to a case of records are not as the vectors say: a list of faults. */
function judgeRecord(obmen, item) {
  const faults = [];
  const compare = (what, given, wanted) => {
    if (JSON.stringify(given) !== JSON.stringify(wanted)) {
      faults.push(`${item.name}: ${what}\n  wanted ${JSON.stringify(wanted)}\n  given  ${JSON.stringify(given)}`);
    }
  };
  const reading = unlessLeftOut(item, () => read(obmen, item, "en"));
  if (reading === undefined) return undefined;
  const found = reading.report.diagnostics;
  const report = found
    .filter(({ code }) => item.only === undefined || code === item.only)
    .map(({ message, help, fix, ...rest }) => ({ ...rest, ...(fix && { fix: { safety: fix.safety, patch: fix.patch } }) }));
  compare("report", report, item.report);
  if (item.written !== undefined) compare("written", written(obmen, item), item.written);
  for (const [key, suggested] of [["mended", false], ["proposed", true]]) {
    if (item[key] === undefined) continue;
    const mended = obmen.mend(source(item), { ...options(item), suggested });
    compare(key, mended?.written ?? null, item[key]);
  }
  return faults;
}

const at = (record, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], record);

/** The same of a case of pages. */
function judgePage(obmen, item) {
  const reading = unlessLeftOut(item, () => obmen.readPage(page(item), PAGE_DAY));
  if (reading === undefined) return undefined;
  const faults = [];
  const compare = (what, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) faults.push(`${item.name}: ${what}: ${JSON.stringify([found, wanted])}`);
  };
  for (const [pointer, wanted] of Object.entries(item.expect)) compare(pointer, at(reading.practice, pointer) ?? null, wanted);
  for (const [pointer, wanted] of Object.entries(item.evidence ?? {})) {
    const { grade, start, end } = reading.evidence.find((found) => found.pointer === pointer) ?? {};
    compare(pointer, { text: reading.text.slice(start, end), grade }, { text: wanted.text, grade: wanted.grade });
  }
  const findings = reading.report.diagnostics.filter(({ code }) => code.startsWith("page/")).map(({ code, pointer }) => ({ code, pointer }));
  if (item.findings !== undefined) compare("findings", findings, item.findings);
  return faults;
}
