// The corpus: the cases of the vectors, and inputs made from them and from pieces of the fields.

import { readFileSync } from 'node:fs';
import { Dice } from './dice.mjs';

/** The fields that both builds know; `password_nist` is the server's alone. */
export const fields = ['phone', 'email', 'person_name', 'snils', 'confirmation_code', 'password'];

const span = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place));
const latin = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const russian = [...span(0x410, 0x44f), 'Ё', 'ё'];
const digits = [...'0123456789'];
const fullWidth = span(0xff01, 0xff5e);
const spaces = [...'\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', ...span(0x2000, 0x200a)];
const invisible = [
  ...'\u00ad\u061c\u180e\ufeff', ...span(0x200b, 0x200f), ...span(0x202a, 0x202e), ...span(0x2060, 0x206f),
];
const dashes = ['-', ...span(0x2010, 0x2015), '\u2043', '\u2212', '\ufe58', '\ufe63', '\uff0d'];
const apostrophes = [..."'`\u00b4\u02b9\u02bb\u02bc\u0374\u1fef\u2018\u2019\u2032\uff07"];
const marks = ['\u0300', '\u0301', '\u0306', '\u0308', '\u0327', '\u0338'];
const controls = ['\0', '\u001f', '\u007f', '\u009f'];
const otherLetters = [...'éßñçøłşİıſﬁǅΑΩαςжіїґѓәҚ家の가'];
// Signs whose standing in UTS 46 has changed with Unicode's versions, and letters from right to
// left among digits, are left out: there browsers of different age differ, and the server decides.
const otherDigits = [...'०１²½Ⅳⅷ①๓'];

/** What is thrown into every field. */
const pools = [
  latin, russian, digits, fullWidth, spaces, invisible, dashes, apostrophes, marks, controls,
  otherLetters, otherDigits, span(0x20, 0x7e), ['🙂', '\ud800', '\udc00', '№', '\u2044', '\ufffd'],
];

const separators = [...' -.()', ' ', ' ', '-', '', '', '', '', ...dashes, ...spaces, ...invisible];
const prefixes = [
  '', '', '+', '+7', '+7', '8', '8', '7', '+8', '810', '8 10 7', '00', '007', '0', '+1', '+44', '+0', '++',
];
const labels = [
  'example', 'EXAMPLE', 'пример', 'ПРИМЕР', 'почта', 'straße', 'bücher', 'и\u0306', 'ドメイン', 'αβγ', '例え',
  'xn--e1afmkfd', 'XN--E1AFMKFD', 'xn--strae-oqa', 'xn--', 'xn--a', 'xn--p1ai', 'xn---1-dlc', 'xn---p1ai', 'a', '1', '123', '0x7f', '08',
  'ab--cd', 'в-1', 'в－1', '-a', 'a-', 'в－', 'a_b', 'a%41', 'a:80', 'a/b', 'ｅｘ', '①', '²', 'exаmple', '\u0301a', 'a\u2260b', '',
  'x'.repeat(63), 'x'.repeat(64), 'ж'.repeat(56), 'ж'.repeat(57), '☕',
];
const endings = ['.com', '.ru', '.рф', '.РФ', '.xn--p1ai', '。рф', '．com', '', '.c', '.1', '.'];
const locals = [
  'user', 'User.Name', 'a', 'a+b', "o'b", 'a..b', '.a', 'a.', '', 'юзер', 'a b', '"a"',
  'x'.repeat(64), 'x'.repeat(65),
];
const names = [
  'Иванов', 'иван', 'О', 'Ё', 'Ли', 'де', 'Ла', 'оглы', 'И.', 'ст.', 'Ъа', 'ьа', "О'", 'и\u0306', 'Іван', 'Қазақ',
  'Smith', 'Müller', 'Jose\u0301', 'ﬁ', 'ｓ', 'I', 'Ⅳ', 'Αθηνα',
  'нет', 'НЕТ', 'без отчества', 'не имею', 'б/о', '-', '—',
];
const joints = [' ', ' ', '-', '-', ' - ', '.', '. ', '  ', ...dashes, ...apostrophes];

/** So many of what is drawn. */
const several = (count, draw) => Array.from({ length: count }, draw);
const number = (dice, length) => several(length, () => dice.of(digits)).join('');

/** The text with something that separates, or nothing, behind every sign. */
function spelled(dice, text) {
  return [...text].map((sign) => sign + dice.of(separators)).join('');
}

/** One to `most` parts with something between them. */
function joined(dice, parts, between, most) {
  return several(dice.below(most) + 1, () => dice.of(parts)).reduce((text, part) => text + dice.of(between) + part);
}

function phone(dice) {
  const first = dice.of(['9', '9', '9', '', '7', '4', '3', '8', '0', '5']);
  const length = dice.of([8, 9, 9, 9, 9, 10, dice.below(16)]);
  return dice.of(prefixes) + spelled(dice, first + number(dice, length));
}

function email(dice) {
  const local = dice.below(2) ? 'user' : dice.of(locals);
  return `${local}@${joined(dice, labels, ['.'], 3)}${dice.of(endings)}`;
}

/** Mostly with the right check number, often near the number from which they are given. */
function snils(dice) {
  const body = dice.below(3) ? number(dice, 9) : `00100${1990 + dice.below(20)}`;
  const sum = [...body].reduce((total, digit, place) => total + digit * (9 - place), 0);
  const check = dice.below(4) ? (sum % 101) % 100 : dice.below(100);
  return spelled(dice, body + String(check).padStart(2, '0'));
}

function password(dice) {
  const length = dice.of([3, 4, 5, 15, 16, 17, 123, 124, 125]);
  const rest = several(length, () => dice.of(dice.of([latin, digits, span(0x20, 0x7e)])));
  return dice.of(['Zx7!', 'Zx7', 'aB3$', '']) + rest.join('');
}

/** An input of the field that may be right. */
const makers = {
  phone,
  email,
  person_name: (dice) => joined(dice, names, joints, 4),
  snils,
  confirmation_code: (dice) => spelled(dice, number(dice, dice.of([5, 6, 6, 6, 6, 7]))),
  password,
};

/** A few signs put in, taken out, replaced, doubled or swapped; not in A-labels, which may then decode to anything. */
function damaged(dice, text) {
  if (/xn--/i.test(text)) return text;
  const signs = [...text];
  for (let left = dice.below(4); left > 0; left -= 1) {
    const place = dice.below(signs.length + 1);
    const change = [
      () => signs.splice(place, 0, dice.of(dice.of(pools))),
      () => signs.splice(place, 1, dice.of(dice.of(pools))),
      () => signs.splice(place, 1),
      () => signs.splice(place, 0, ...signs.slice(place, place + 1)),
      () => signs.splice(place, 2, ...signs.slice(place, place + 2).reverse()),
    ];
    dice.of(change)();
  }
  return signs.join('');
}

/** The text made longer until it stands at the edge of a limit. */
function stretched(dice, text) {
  const limit = dice.of([100, 128, 254, 256, 512]) + dice.below(3) - 1;
  const filling = dice.of([...'0aя .', '\u200b', '\u00a0', '🙂', '\u0301']);
  const rest = filling.repeat(Math.max(0, limit - [...text].length));
  return dice.below(2) ? text + rest : rest + text;
}

function context(field, dice) {
  if (field !== 'person_name') return dice.of([undefined, {}, { unknown: [1] }]);
  return {
    citizenship: dice.of(['RU', 'other', 'other', undefined]),
    part: dice.of(['last', 'first', 'patronymic', undefined]),
  };
}

/** The cases of the field's vectors. */
export function vectors(field) {
  const file = new URL(`../../../domain/tests/vectors/${field}.json`, import.meta.url);
  const { valid, invalid } = JSON.parse(readFileSync(file, 'utf8'));
  return [...valid, ...invalid].map(({ input, context }) => ({ input, context }));
}

/** Inputs of the field, the same for the same seed. */
export function inputs(field, seed, count) {
  const dice = new Dice(`${seed} ${field}`);
  const known = vectors(field);
  return Array.from({ length: count }, () => {
    const made = dice.below(2) ? makers[field](dice) : damaged(dice, dice.of(known).input);
    const bent = dice.below(4) ? made : damaged(dice, made);
    return { input: dice.below(50) ? bent : stretched(dice, bent), context: context(field, dice) };
  });
}
