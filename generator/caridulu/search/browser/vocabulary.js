/** The words people wrote, read shard by shard around a misspelt one. Twin of `vocabulary.py`. */

import { compare, editDistance, range, reversed, skeleton, VOWEL } from "./spelling.js";

const REACH = 1;
const PREFIX_SHARDS = 4;
const SAME_SKELETON = 16;
const ONE_EDIT = 14;
const ONE_DOUBTFUL_EDIT = 8;
const TWO_EDITS = 10;
export const COMPLETION = 16;
export const LONGER = 8;
const MAX_SIMILAR = 8;
const MAX_COMPLETIONS = 8;

/** @typedef {{word: string, weight: number, size: number, completion?: boolean}} Spelling */

/** @param {Spelling} a @param {Spelling} b */
const byRank = (a, b) => b.weight - a.weight || b.size - a.size || compare(a.word, b.word);

/**
 * Number of the shard where a key belongs.
 * @param {string[]} starts
 * @param {string} key
 */
function place(starts, key) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key < starts[middle]) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

/**
 * @param {string[]} starts
 * @param {string} key
 * @param {string} half
 */
function near(starts, key, half) {
  const own = place(starts, key);
  const first = Math.max(place(starts, half), own - REACH);
  const last = Math.min(place(starts, half + "\x7f"), own + REACH);
  return range(first, last);
}

/**
 * @param {string} word
 * @param {string} other
 * @param {string} bones
 */
function abbreviates(word, other, bones) {
  if (bones.length < 2 || (word.length < 4 && other.length < 5)) return false;
  if (!VOWEL.test(word.slice(1))) return true;
  const limit = Math.max(1, Math.floor(other.length / 3));
  return word.length > 4 && !isAcronym(other) && editDistance(word, other, limit) <= limit;
}

/** @param {string} word */
const isAcronym = (word) => word.length < 6 && word.split(VOWEL).length < 3;

/**
 * @param {string} word
 * @param {string} bones
 * @param {string} other
 * @param {number} size
 * @returns {Spelling}
 */
function compareWords(word, bones, other, size) {
  let weight = 0;
  if (skeleton(other) === bones && abbreviates(word, other, bones)) {
    weight = SAME_SKELETON;
  } else if (word.length > 3 && !isAcronym(other)) {
    const limit = word.length > 6 ? 2 : 1;
    const distance = editDistance(word, other, limit);
    const sameStart = other[0] === word[0];
    if (distance === 1) weight = word.length > 4 && sameStart ? ONE_EDIT : ONE_DOUBTFUL_EDIT;
    else if (distance === 2 && limit === 2 && sameStart) weight = TWO_EDITS;
  }
  return { word: other, weight, size };
}

export class Vocabulary {
  /**
   * @param {{forward: string[], backward: string[]}} starts
   * @param {(order: string, n: number) => Promise<Map<string, number>>} load words with sizes
   */
  constructor(starts, load) {
    this.starts = starts;
    this.load = load;
  }

  /**
   * @param {string} word
   * @returns {Promise<Spelling[]>}
   */
  async similar(word) {
    const bones = skeleton(word);
    const half = Math.max(1, bones.length >> 1);
    const mirrored = reversed(bones);
    const { forward, backward } = this.starts;
    if (!forward.length) return [];
    const words = await this.wordsOf([
      ...near(forward, bones, bones.slice(0, half)).map((n) => this.load("f", n)),
      ...near(backward, mirrored, mirrored.slice(0, Math.max(1, bones.length - half))).map((n) =>
        this.load("b", n),
      ),
    ]);
    return [...words]
      .map(([other, size]) => compareWords(word, bones, other, size))
      .filter((spelling) => spelling.weight)
      .sort(byRank)
      .slice(0, MAX_SIMILAR);
  }

  /**
   * @param {string} word
   * @param {number} weight
   * @returns {Promise<Spelling[]>}
   */
  async completions(word, weight) {
    const starts = this.starts.forward;
    if (!starts.length) return [];
    const bones = skeleton(word);
    let first = place(starts, bones);
    const last = place(starts, bones + "\x7f");
    if (starts[first] === bones) first = Math.max(0, first - 1);
    const numbers = range(first, Math.min(last, first + PREFIX_SHARDS - 1));
    const words = await this.wordsOf(numbers.map((n) => this.load("f", n)));
    return [...words]
      .filter(([other]) => other.startsWith(word) && other !== word)
      .map(([other, size]) => ({ word: other, weight, size }))
      .sort(byRank)
      .slice(0, MAX_COMPLETIONS);
  }

  /** @param {Promise<Map<string, number>>[]} shards */
  async wordsOf(shards) {
    return new Map((await Promise.all(shards)).flatMap((shard) => [...shard]));
  }
}
