/** How near two spellings are. Twin of `spelling.py`. */

import { range } from "./builtins.js";

export const VOWEL = /[aeiou]/;

/**
 * First letter, then the consonants, doubled ones once.
 * @param {string} word
 * @returns {string}
 */
export function skeleton(word) {
  let bones = word[0];
  for (const letter of word.slice(1)) {
    if (!VOWEL.test(letter) && letter !== bones.at(-1)) bones += letter;
  }
  return bones;
}

/**
 * Optimal string alignment distance, or `limit + 1` when it is larger.
 * @param {string} left
 * @param {string} right
 * @param {number} limit
 * @returns {number}
 */
export function editDistance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let row = range(0, right.length);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min(row[j] + 1, current[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      current.push(cost);
    }
    before = row;
    row = current;
  }
  return Math.min(row[right.length], limit + 1);
}
