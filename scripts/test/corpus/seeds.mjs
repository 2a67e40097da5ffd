// Inputs of the vectors as files that fuzzing begins with: chance alone finds no check digits.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fields, vectors } from './inputs.mjs';

/** Targets that read a plain text, and how they want a case. */
const targets = {
  numbers: ({ input }) => input,
  documents: ({ input }) => input,
  lines: (one) => JSON.stringify(one),
};

for (const [target, written] of Object.entries(targets)) {
  const folder = new URL(`../../../domain/fuzz/corpus/${target}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const text of fields.flatMap(vectors).map(written)) {
    writeFileSync(new URL(createHash('sha1').update(text).digest('hex'), folder), text);
  }
}
