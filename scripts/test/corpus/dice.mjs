// Chance that can be repeated.

import { createHash } from 'node:crypto';

/** Numbers that follow from a seed: xorshift over 32 bits. */
export class Dice {
  #state;

  constructor(seed) {
    // Never zero: there the sequence would stand still.
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE() || 1;
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit) {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  /** One of the list. */
  of(list) {
    return list[this.below(list.length)];
  }
}
