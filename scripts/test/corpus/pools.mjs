// Signs of every kind, and how texts are put together from them.

export const span = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place));
export const latin = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
export const russian = [...span(0x410, 0x44f), 'Ё', 'ё'];
export const digits = [...'0123456789'];
const fullWidth = span(0xff01, 0xff5e);
export const spaces = [...'\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', ...span(0x2000, 0x200a)];
export const invisible = [
  ...'\u00ad\u061c\u180e\ufeff', ...span(0x200b, 0x200f), ...span(0x202a, 0x202e), ...span(0x2060, 0x206f),
];
export const dashes = ['-', ...span(0x2010, 0x2015), '\u2043', '\u2212', '\ufe58', '\ufe63', '\uff0d'];
export const apostrophes = [..."'`\u00b4\u02b9\u02bb\u02bc\u0374\u1fef\u2018\u2019\u2032\uff07"];
const marks = ['\u0300', '\u0301', '\u0306', '\u0308', '\u0327', '\u0338'];
const controls = ['\0', '\u001f', '\u007f', '\u009f'];
const otherLetters = [...'éßñçøłşİıſﬁǅΑΩαςжіїґѓәҚ家の가'];
// Signs whose standing in UTS 46 has changed with Unicode's versions, and letters from right to
// left among digits, are left out: there browsers of different age differ, and the server decides.
const otherDigits = [...'०１²½Ⅳⅷ①๓'];

/** What is thrown into every field. */
export const pools = [
  latin, russian, digits, fullWidth, spaces, invisible, dashes, apostrophes, marks, controls,
  otherLetters, otherDigits, span(0x20, 0x7e), ['🙂', '\ud800', '\udc00', '№', '\u2044', '\ufffd'],
];

const separators = [...' -.()', ' ', ' ', '-', '', '', '', '', ...dashes, ...spaces, ...invisible];

/** So many of what is drawn. */
export const several = (count, draw) => Array.from({ length: count }, draw);
export const number = (dice, length) => several(length, () => dice.of(digits)).join('');

/** The text with something that separates, or nothing, behind every sign. */
export function spelled(dice, text) {
  return [...text].map((sign) => sign + dice.of(separators)).join('');
}

/** One to `most` parts with something between them. */
export function joined(dice, parts, between, most) {
  return several(dice.below(most) + 1, () => dice.of(parts)).reduce((text, part) => text + dice.of(between) + part);
}
