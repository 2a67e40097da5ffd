// Inputs of numbers with check digits that may be right.

import { number, spelled } from './pools.mjs';

/** The sum of the digits, each times its weight. */
const weighted = (digits, weights) => weights.reduce((sum, weight, place) => sum + weight * digits[place], 0);

/** Mostly the right end of the number, otherwise any digits. */
const ended = (dice, body, check) => body + (dice.below(4) ? check : number(dice, check.length));

/** Digits that begin with one of a few texts. */
const begun = (dice, length, beginnings) => (dice.of(beginnings) + number(dice, length)).slice(0, length);

/** Mostly with the right check number, often near the number from which they are given. */
function snils(dice) {
  const body = dice.below(3) ? number(dice, 9) : `00100${1990 + dice.below(20)}`;
  const check = (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100;
  return ended(dice, body, String(check).padStart(2, '0'));
}

function innOrg(dice) {
  const body = begun(dice, 9, ['', '', '', '', '77', '9909', '00', '000000000']);
  return ended(dice, body, String((weighted(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10));
}

function innPerson(dice) {
  const body = begun(dice, 10, ['', '', '', '', '7799', '00', '0000000000']);
  const first = body + ((weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  const second = (weighted(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return ended(dice, body, first.slice(-1) + second);
}

function luhn(dice, body) {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const product = place % 2 ? Number(digit) : 2 * digit;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return ended(dice, body, String((10 - (sum % 10)) % 10));
}

function register(dice, length, firsts, divisor) {
  const body = begun(dice, length - 1, firsts);
  return ended(dice, body, String((BigInt(body) % divisor) % 10n));
}

function trackingRu(dice) {
  const body = begun(dice, 13, ['', '', '', '101000', '0000000000000']);
  const sum = weighted(body, [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
  return ended(dice, body, String((10 - (sum % 10)) % 10));
}

function trackingS10(dice) {
  const service = dice.of(['RA', 'ra', 'RА', 'ЕЕ', 'ZZ', 'R1', 'Я1', 'ёA']);
  const country = dice.of(['RU', 'ru', 'GB', 'СН', 'US', 'XX', 'SU', 'EU', 'ZW', 'AD', 'R1']);
  const body = begun(dice, 8, ['', '', '', '00000000']);
  const check = 11 - (weighted(body, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return service + ended(dice, body, String({ 10: 0, 11: 5 }[check] ?? check)) + country;
}

const made = {
  snils,
  inn_org: innOrg,
  inn_person: innPerson,
  oms_policy: (dice) => luhn(dice, begun(dice, 15, ['', '', '', '', '00', '000000000000000'])),
  bank_card: (dice) => luhn(dice, begun(dice, 10 + dice.below(10), ['', '', '2200', '4', '0000000000000000000'])),
  ogrn: (dice) => register(dice, 13, ['1', '1', '5', '5', '3', '0', ''], 11n),
  ogrnip: (dice) => register(dice, 15, ['3', '3', '3', '1', '4', '0', ''], 13n),
  post_tracking_ru: trackingRu,
  post_tracking_s10: trackingS10,
};

/** An input of the field that may be right. */
export const registers = Object.fromEntries(
  Object.entries(made).map(([field, maker]) => [field, (dice) => spelled(dice, maker(dice))]),
);
