// Inputs of documents, dates and codes without check digits that may be right.

import { number, several, spelled } from './pools.mjs';

/** The day on which most inputs are judged, and some others. */
const references = ['2026-11-22', '2026-11-22', '2024-02-29', '2023-02-28', '1999-12-31', '2098-01-01'];
const birthDates = ['2006-06-15', '2004-02-29', '1981-11-22', '1981-08-24', '1960-01-01', '2026-01-01', undefined, ''];
const cyrillic = [...'АВЕКМНОРСТУХ'];
const twins = [...'ABEKMHOPCTYX'];
const otherLetters = [...'ЖЯЁБЙZRUSЄіңıſ'];
const romans = [
  'I', 'II', 'IV', 'iv', 'IX', 'XL', 'XLIX', 'CXC', 'CCCXCIX', 'XXXVIII', 'Ⅳ', 'ⅻ', 'Ⅼ', 'Ⅾ', '1', '11', '1V', 'ІІ', 'і',
  'ХII', 'IУ', 'ЛС', 'IIII', 'VX', 'IC', 'VV', 'LL', 'D', 'M', '4', '',
];

const letter = (dice) => {
  const one = dice.of(dice.of([cyrillic, cyrillic, cyrillic, twins, twins, dice.below(3) ? cyrillic : otherLetters]));
  return dice.below(4) ? one : one.toLowerCase();
};

/** One of the shapes, in which `9` becomes a digit, `A` a letter. */
const shaped = (dice, shapes) =>
  [...dice.of(shapes)].map((sign) => ({ 9: number(dice, 1), A: letter(dice) })[sign] ?? sign).join('');

const padded = (value, length) => String(value).padStart(length, '0');

/** A date near others that matter: the reference, a birthday, the end of a validity. */
function nearby(dice, known) {
  const day = new Date(dice.of(known.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text))));
  day.setUTCFullYear(day.getUTCFullYear() + dice.of([0, 0, 14, 20, 45, -14, -20, -45]));
  day.setUTCDate(day.getUTCDate() + dice.of([0, 0, 90, -90]) + dice.below(5) - 2);
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
}

/** Mostly a date of the calendar. */
function anywhere(dice) {
  const year = dice.of([1900, 1960, 1996, 1997, 2000, 2020, 1000 * dice.below(10)]) + dice.below(12) - 2;
  return [Math.max(0, year), dice.below(9) ? 1 + dice.below(12) : dice.below(20), dice.below(33)];
}

function date(dice) {
  const [year, month, day] = dice.below(3) ? nearby(dice, [...references, ...birthDates]) : anywhere(dice);
  const parts = [padded(day, 2), padded(month, 2), padded(year, 4)];
  return dice.below(3) ? parts.join('.') : parts.reverse().join(dice.of(['-', '-', '\u2013', '.']));
}

/** The number of a document as it is printed, sometimes with its sign. */
const document = (dice, ...parts) => spelled(dice, parts.join(dice.of(['', '', '№'])));

function passport(dice) {
  const series = dice.of(['45', '03', '97', '00', number(dice, 2)]);
  const year = dice.of(['97', '00', '26', '27', '28', '10', '96', number(dice, 2)]);
  return document(dice, series + year, dice.of(['000100', '000101', number(dice, 6), number(dice, 6)]));
}

const vehicle = (dice) => {
  const series = shaped(dice, ['9999', '9999', '99AA', '99AA', '00AA', 'AA99', '999A']);
  return document(dice, series, dice.of([number(dice, 6), '000000']));
};

function travelPassport(dice) {
  const series = dice.of(['71', '64', '00', '', number(dice, 2)]);
  return document(dice, series, dice.of(['0000000', number(dice, 7), number(dice, 7), number(dice, 6)]));
}

function militaryId(dice) {
  const digits = [number(dice, 6), number(dice, 7), '000000', '0000000'];
  return document(dice, shaped(dice, ['AA', 'AA', 'AA', 'A9', 'AAA']), dice.of(digits));
}

function birthCertificate(dice) {
  const series = `${dice.of(romans)}-${shaped(dice, ['AA'])}`;
  return document(dice, series, dice.of([number(dice, 6), number(dice, 6), '000000']));
}

function foreignDocument(dice) {
  const letters = several(dice.below(9), () => letter(dice)).join('');
  return document(dice, letters, number(dice, dice.below(14)));
}

function plate(dice) {
  const number = shaped(dice, ['A999AA', 'A999AA', '9999AA', 'AA9999', 'A000AA', '0000AA', 'AA0000', '999AAA']);
  const region = dice.of(['77', '99', '9', '199', '00', '100', '077', '999']);
  return spelled(dice, number + region + dice.of(['', '', 'RUS', 'rus', 'РУС', 'RUSRUS']));
}

const kppShapes = ['999999999', '9999AA999', '9999A9999', '99999A999', '00AA99999', 'A99999999'];
const indexes = ['101000', '100999', '699999', '700000'];

/** An input of the field that may be right. */
export const documents = {
  birth_date: date,
  passport,
  passport_division_code: (dice) =>
    spelled(dice, dice.of(['00', '', '', '']) + number(dice, dice.of([4, 6, 6, 6, 6, 5]))),
  passport_issue_date: date,
  travel_passport: travelPassport,
  driver_licence: vehicle,
  vehicle_sts: vehicle,
  military_id: militaryId,
  birth_certificate: birthCertificate,
  foreign_document: foreignDocument,
  postal_index: (dice) => spelled(dice, dice.below(3) ? number(dice, 6) : dice.of(indexes)),
  vehicle_plate: plate,
  kpp: (dice) => spelled(dice, shaped(dice, kppShapes)),
};

/** What is known beside a date or a passport. Without a reference the clock would decide. */
export function dated(dice) {
  return {
    reference_date: dice.of(references),
    birth_date: dice.of(birthDates),
    min_age: dice.of([undefined, 0, 14, 18, 20, 65535, 65536, '14']),
  };
}
