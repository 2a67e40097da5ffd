// The corpus: the cases of the vectors, and inputs made from them and from pieces of the fields.

import { readFileSync } from 'node:fs';
import { contacts } from './contacts.mjs';
import { Dice } from './dice.mjs';
import { dated, documents } from './documents.mjs';
import { pools } from './pools.mjs';
import { registers } from './registers.mjs';

/** What makes an input of a field that may be right. */
const makers = { ...contacts, ...documents, ...registers };

/** The fields that both builds know; `password_nist` is the server's alone. */
export const fields = Object.keys(makers);

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

/** Fields about which the date decides. */
const datedFields = ['birth_date', 'passport', 'passport_issue_date'];

function context(field, dice) {
  if (datedFields.includes(field)) return dated(dice);
  if (field === 'plain_text') return { limit: dice.of([undefined, 5, 20, 255, 512, '5', -1]) };
  if (field !== 'person_name') return dice.of([undefined, {}, { unknown: [1] }]);
  return {
    citizenship: dice.of(['RU', 'other', 'other', undefined]),
    part: dice.of(['last', 'first', 'patronymic', undefined]),
  };
}

/** The cases of the field's vectors, with the date on which the file has them judged. */
export function vectors(field) {
  const file = new URL(`../../../domain/tests/vectors/${field}.json`, import.meta.url);
  const { reference_date, valid, invalid } = JSON.parse(readFileSync(file, 'utf8'));
  return [...valid, ...invalid].map(({ input, context }) => ({ input, context: { reference_date, ...context } }));
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
