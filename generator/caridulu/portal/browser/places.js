/** Which offices a question names, also by a misspelt name. */

import { editDistance } from "./spelling.js";

/** @typedef {{one: number, two: number}} Slips letters of a word of a name that may have one, or two */

/**
 * Numbers of the offices with the name of most words that stands in the question, with the fewest
 * slips.
 * @param {string} query
 * @param {string[][]} places names of each office, folded
 * @param {(word: string) => boolean} isOther whether a word is no misspelt name
 * @param {Slips} allowed
 * @returns {number[]}
 */
export function namedOffices(query, places, isOther, allowed) {
  const folded = query.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const typed = folded.match(/[0-9a-z]+/g) ?? [];
  /** @type {{office: number, words: number, slips: number}[]} */
  const found = [];
  places.forEach((names, office) => {
    for (const name of names) {
      const words = name.split(" ");
      const slips = Math.min(...typed.map((_, n) => slipsAt(typed, n, words, isOther, allowed)));
      if (slips < Infinity) found.push({ office, words: words.length, slips });
    }
  });
  const most = Math.max(...found.map(({ words }) => words));
  const longest = found.filter(({ words }) => words === most);
  const least = Math.min(...longest.map(({ slips }) => slips));
  return [...new Set(longest.filter(({ slips }) => slips === least).map(({ office }) => office))];
}

/**
 * Slips of a name that stands at a word of the question; Infinity if it is another.
 * @param {string[]} typed
 * @param {number} start
 * @param {string[]} words
 * @param {(word: string) => boolean} isOther
 * @param {Slips} allowed
 */
function slipsAt(typed, start, words, isOther, allowed) {
  let sum = 0;
  for (let n = 0; n < words.length && sum < Infinity; n++) {
    const [word, other] = [words[n], typed[start + n] ?? ""];
    if (word !== other) sum += slipsIn(other, word, isOther, allowed);
  }
  return sum;
}

/**
 * @param {string} typed
 * @param {string} word
 * @param {(word: string) => boolean} isOther
 * @param {Slips} allowed
 */
function slipsIn(typed, word, isOther, allowed) {
  if (word.length < allowed.one || typed[0] !== word[0]) return Infinity;
  const limit = word.length < allowed.two ? 1 : 2;
  const distance = editDistance(typed, word, limit);
  return distance > limit || isOther(typed) ? Infinity : distance;
}
