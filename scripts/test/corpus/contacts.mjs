// Inputs of contacts, names, codes, passwords and free text that may be right.

import { apostrophes, dashes, digits, joined, latin, number, several, spaces, span, spelled } from './pools.mjs';

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

const words = [
  'ул.', 'Мира', 'гор.', 'Москва', 'д. 5', '№ 12', '1/2', '«Ромашка»', "O'Connell", 'Jose\u0301', 'и\u0306', '北京', 'é', '٣', '🙂',
  '<', '>', '\0', '\u007f', '-', '—', '(', ')', '!', '"',
];

function phone(dice) {
  const first = dice.of(['9', '9', '9', '', '7', '4', '3', '8', '0', '5']);
  const length = dice.of([8, 9, 9, 9, 9, 10, dice.below(16)]);
  return dice.of(prefixes) + spelled(dice, first + number(dice, length));
}

function email(dice) {
  const local = dice.below(2) ? 'user' : dice.of(locals);
  return `${local}@${joined(dice, labels, ['.'], 3)}${dice.of(endings)}`;
}

function password(dice) {
  const length = dice.of([3, 4, 5, 15, 16, 17, 123, 124, 125]);
  const rest = several(length, () => dice.of(dice.of([latin, digits, span(0x20, 0x7e)])));
  return dice.of(['Zx7!', 'Zx7', 'aB3$', '']) + rest.join('');
}

/** An input of the field that may be right. */
export const contacts = {
  phone,
  email,
  person_name: (dice) => joined(dice, names, joints, 4),
  confirmation_code: (dice) => spelled(dice, number(dice, dice.of([5, 6, 6, 6, 6, 7]))),
  password,
  plain_text: (dice) => joined(dice, words, [' ', ' ', ', ', '  ', ...spaces], 6),
};
