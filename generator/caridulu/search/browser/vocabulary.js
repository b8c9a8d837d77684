/** The words people wrote, read shard by shard around a misspelt one. Twin of `vocabulary.py`. */

import { bisect, compare, range, reversed } from "./builtins.js";
import {
  CLITIC, DOUBTFUL, MAX_READ, MAX_SHARDS, ONE_EDIT, POSSIBLE, SURE_ONE, SURE_TWO, TWO_EDITS, WHOLE,
} from "./parameters.js";
import { editDistance, skeleton, VOWEL } from "./spelling.js";

/** @typedef {{word: string, weight: number, size: number}} Spelling */

/**
 * Number of the shard where a key belongs; the first begins with no letter.
 * @param {string[]} starts
 * @param {string} key
 */
export const place = (starts, key) => bisect(starts, key) - 1;

/** Letters that are no syllables: pdrb, kbli. @param {string} word */
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
 * @returns {number}
 */
export function likeness(word, bones, other) {
  if (skeleton(other) === bones && abbreviates(word, other, bones)) return WHOLE;
  if (word.length < 4 || isAcronym(other)) return 0;
  const limit = word.length > 6 ? 2 : 1;
  const distance = editDistance(word, other, limit);
  const sameStart = other[0] === word[0];
  if (distance === 1) return sameStart && word.length > 4 ? ONE_EDIT : DOUBTFUL;
  return sameStart && distance === limit ? TWO_EDITS : 0;
}

/**
 * Whether a word with a likely origin of this weight is surely misspelt.
 * @param {string} word
 * @param {number} weight
 */
export function isSure(word, weight) {
  if (weight === CLITIC) return true;
  if (weight <= DOUBTFUL) return false;
  return word.length >= (weight === TWO_EDITS ? SURE_TWO : SURE_ONE) || !word.match(POSSIBLE);
}

/** Vocabulary words near a word that the index does not know. */
export class Vocabulary {
  /**
   * @param {{forward: string, backward: string}} starts keys of the first words of the shards
   * @param {(name: string) => Promise<[string, number][]>} load words of a slice with their sizes
   */
  constructor(starts, load) {
    this.forward = starts.forward.split(" ");
    this.backward = starts.backward.split(" ");
    this.load = load;
  }

  /**
   * Words of the same skeleton, or one or two edits away, the likeliest first.
   * @param {string} word
   * @returns {Promise<Spelling[]>}
   */
  similar(word) {
    const { forward, backward } = this;
    const bones = skeleton(word);
    const slices = [`f${place(forward, bones)}`, `b${place(backward, reversed(bones))}`];
    return this.spellings(slices, (other) => likeness(word, bones, other));
  }

  /**
   * Longer words that begin with a word, the most frequent first.
   * @param {string} word
   * @param {string | false} own slice of terms that has the word's, and so what the word may become
   * @returns {Promise<Spelling[]>}
   */
  completions(word, own) {
    const { forward } = this;
    const bones = skeleton(word);
    const near = range(place(forward, bones), place(forward, bones + "\x7f")).map((n) => `f${n}`);
    const slices = own && near.length <= MAX_SHARDS ? [own] : near.slice(0, MAX_SHARDS);
    return this.spellings(slices, (other) => (other.startsWith(word) && other !== word ? WHOLE : 0));
  }

  /**
   * The words of some slices that have a weight, the likeliest first.
   * @param {string[]} slices
   * @param {(word: string) => number} weigh
   */
  async spellings(slices, weigh) {
    const words = await Promise.all(slices.map(this.load));
    return [...new Map(words.flat())] // a word may be in two slices
      .map(([word, size]) => ({ word, weight: weigh(word), size }))
      .filter(({ weight }) => weight)
      .sort((a, b) => b.weight - a.weight || b.size - a.size || compare(a.word, b.word))
      .slice(0, MAX_READ);
  }
}
