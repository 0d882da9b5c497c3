// Numbers both ways, and lists, as CLDR has them in Intl.NumberFormat and Intl.ListFormat.
import { ask, compare, finish } from "./_ask.mjs";

const locales = { bg: "bg", en: "en-GB" };

// A generator with a seed, so that each run asks the same.
let state = 2013;
const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;

const numbers = [0, 1, 9, 10, 999, 1000, 1234, 9999, 10000, 12345, 999999, 1e6, 1234567.891, 0.1, 0.5, 1e-7, 1e15, 1e16, 2 ** 53, 1e20];
for (let times = 0; times < 2000; times += 1) {
  const digits = 1 + Math.floor(chance() * 15);
  const decimals = Math.floor(chance() * digits);
  const number = Number((chance() * 10 ** (digits - decimals)).toFixed(decimals));
  numbers.push(number, -number - 1);
}

const questions = [];
const expected = [];
for (const number of numbers) {
  for (const [language, locale] of Object.entries(locales)) {
    const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(number);
    questions.push({ kind: "number", value: String(number) }, { kind: "written-number", value: written });
    expected.push([language, written], [language, JSON.stringify(number)]);
  }
}
for (const letters of ["", "A", "AB", "ABC", "АБВГД"]) {
  for (const [language, locale] of Object.entries(locales)) {
    for (const [type, key] of [["conjunction", language], ["disjunction", `${language}-or`]]) {
      questions.push({ kind: "list", value: letters });
      expected.push([key, new Intl.ListFormat(locale, { type }).format([...letters])]);
    }
  }
}
ask(questions).forEach((answer, at) => {
  const [key, value] = expected[at];
  // Above 10^16 JSON has an exponent, which each writes its own way.
  const ours = questions[at].kind === "written-number" && answer[key] !== "" ? JSON.stringify(Number(answer[key])) : answer[key];
  compare(JSON.stringify(questions[at]), ours, value);
});
finish();
