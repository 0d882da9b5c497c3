// Every day, month and year of 1990 to 2030 in words, both ways, as CLDR has them in Intl.DateTimeFormat.
import { ask, compare, finish } from "./_ask.mjs";

const locales = { bg: "bg", en: "en-GB" };
const widths = [
  { year: "numeric", month: "long", day: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric" },
  // What people write shorter is read too.
  { year: "numeric", month: "short", day: "numeric" },
  { year: "numeric", month: "numeric", day: "numeric" },
  { year: "numeric", month: "2-digit", day: "2-digit" },
];

const questions = [];
const expected = [];
const end = Date.UTC(2030, 11, 31);
for (let time = Date.UTC(1990, 0, 1); time <= end; time += 24 * 3600 * 1000) {
  const day = new Date(time);
  const iso = day.toISOString().slice(0, 10);
  widths.forEach((width, at) => {
    const canonical = iso.slice(0, width.day ? 10 : width.month ? 7 : 4);
    // A month and a year once, on the first of their days.
    if (!"-01-01".endsWith(iso.slice(canonical.length))) return;
    for (const [language, locale] of Object.entries(locales)) {
      const written = new Intl.DateTimeFormat(locale, { ...width, timeZone: "UTC" }).format(day);
      // Which part is the month between slashes, nobody knows, unless one is no month or both are equal.
      const [first, second] = written.split("/").map(Number);
      const unknown = written.includes("/") && first <= 12 && first !== second;
      questions.push({ kind: "written-date", value: written });
      expected.push([written, "canonical", unknown ? "" : canonical]);
      if (at < 3) {
        questions.push({ kind: "written-date", value: canonical });
        expected.push([canonical, language, written]);
      }
    }
  });
}
ask(questions).forEach((answer, at) => {
  const [subject, key, value] = expected[at];
  compare(subject, answer[key] ?? "", value);
});
finish();
