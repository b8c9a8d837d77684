/** The words people wrote, read shard by shard around a misspelt one. Twin of `vocabulary.py`. */

import { bisect, compare, range, reversed } from "./builtins.js";
import { editDistance, skeleton, VOWEL } from "./spelling.js";

/** @typedef {{word: string, weight: number, size: number}} Spelling */
/** @typedef {{[name: string]: any}} Parameters */

/**
 * Number of the shard where a key belongs; the first begins with no letter.
 * @param {string[]} starts
 * @param {string} key
 */
export const place = (starts, key) => bisect(starts, key) - 1;

/** @param {string} word */
export const isAcronym = (word) => word.length < 6 && word.split(VOWEL).length < 3;

/**
 * Whether a word of the same skeleton is the same word.
 * @param {string} word
 * @param {string} other
 * @param {string} bones
 */
export function abbreviates(word, other, bones) {
  if (bones.length < 2 || (word.length < 4 && other.length < 5)) return false;
  if (!VOWEL.test(word.slice(1))) return true;
  const limit = Math.max(1, Math.floor(other.length / 3));
  return word.length > 4 && !isAcronym(other) && editDistance(word, other, limit) <= limit;
}

/**
 * Weight of a vocabulary word as the origin of a word with these bones.
 * @param {string} word
 * @param {string} bones
 * @param {string} other
 * @param {Parameters} parameters
 * @returns {number}
 */
export function likeness(word, bones, other, { whole, oneEdit, doubtful, twoEdits }) {
  if (skeleton(other) === bones && abbreviates(word, other, bones)) return whole;
  if (word.length < 4 || isAcronym(other)) return 0;
  const limit = word.length > 6 ? 2 : 1;
  const distance = editDistance(word, other, limit);
  const sameStart = other[0] === word[0];
  if (distance === 1) return sameStart && word.length > 4 ? oneEdit : doubtful;
  return sameStart && distance === limit ? twoEdits : 0;
}

/** Vocabulary words near a word that the index does not know. */
export class Vocabulary {
  /**
   * @param {{forward: string, backward: string}} starts keys of the first words of the shards
   * @param {Parameters} parameters
   * @param {(order: string, n: number) => Promise<Map<string, number>>} load words with sizes
   */
  constructor(starts, parameters, load) {
    this.forward = starts.forward.split(" ");
    this.backward = starts.backward.split(" ");
    this.parameters = parameters;
    this.load = load;
  }

  /**
   * @param {string} word
   * @returns {Promise<Spelling[]>}
   */
  async similar(word) {
    const { forward, backward, parameters } = this;
    const bones = skeleton(word);
    return this.spellings([place(forward, bones)], [place(backward, reversed(bones))], (other) =>
      likeness(word, bones, other, parameters),
    );
  }

  /**
   * @param {string} word
   * @param {number} weight
   * @returns {Promise<Spelling[]>}
   */
  async completions(word, weight) {
    const bones = skeleton(word);
    const first = place(this.forward, bones);
    const last = place(this.forward, bones + "\x7f");
    const shards = range(first, Math.min(last, first + this.parameters.maxShards - 1));
    return this.spellings(shards, [], (other) => (other.startsWith(word) && other !== word ? weight : 0));
  }

  /**
   * The words of some shards that have a weight, the likeliest first.
   * @param {number[]} forward
   * @param {number[]} backward
   * @param {(word: string) => number} weigh
   */
  async spellings(forward, backward, weigh) {
    const shards = await Promise.all([
      ...forward.map((n) => this.load("f", n)),
      ...backward.map((n) => this.load("b", n)),
    ]);
    return [...new Map(shards.flatMap((shard) => [...shard]))]
      .map(([word, size]) => ({ word, weight: weigh(word), size }))
      .filter(({ weight }) => weight)
      .sort((a, b) => b.weight - a.weight || b.size - a.size || compare(a.word, b.word))
      .slice(0, this.parameters.maxRead);
  }
}
