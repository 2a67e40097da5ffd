// Judges the corpus by `stupeni validate` and by the wasm module, and compares line by line.

import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fields, inputs, vectors } from './inputs.mjs';

/** Generated inputs of each field, beside the cases of its vectors. */
const GENERATED = 5000;
/** A corpus of refused values alone would prove little. */
const LEAST_ACCEPTED = 0.05;
/** Disagreements that are printed. */
const SHOWN = 20;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { judge } = createRequire(import.meta.url)(`${root}target/corpus/corpus.js`);

/** The verdicts of the native build, by the settings of `Leptos.toml`. */
function native(field, lines) {
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('STUPENI__'));
  const { status, stdout, stderr } = spawnSync('target/release/stupeni', ['validate', field], {
    cwd: root,
    env: Object.fromEntries(env),
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  const answers = (stdout ?? '').split('\n').slice(0, -1);
  if (status !== 0 || answers.length !== lines.length) {
    throw new Error(`${field}: exit ${status}, ${answers.length} answers for ${lines.length} lines: ${stderr}`);
  }
  return answers;
}

const seed = process.argv[2] === undefined ? randomInt(2 ** 32) : Number(process.argv[2]);
console.log(`seed ${seed}`);
let passed = 0;
let failed = 0;
for (const field of fields) {
  const cases = [...vectors(field), ...inputs(field, seed, GENERATED)];
  const lines = cases.map((one) => JSON.stringify(one));
  const answers = native(field, lines);
  let apart = 0;
  lines.forEach((line, place) => {
    const wasm = judge(field, line);
    if (wasm === answers[place]) return;
    apart += 1;
    if (apart <= SHOWN) console.log(`${field}: ${line}\n  native ${answers[place]}\n  wasm   ${wasm}`);
  });
  const accepted = answers.filter((answer) => answer.startsWith('{"canonical"')).length;
  console.log(`${field}: ${lines.length} inputs, ${accepted} accepted, ${apart} judged apart`);
  const meagre = accepted < LEAST_ACCEPTED * lines.length;
  if (meagre) console.log(`${field}: too few accepted inputs`);
  passed += lines.length - apart;
  failed += apart + Number(meagre);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
