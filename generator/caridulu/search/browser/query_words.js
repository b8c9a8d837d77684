/** What a query word may stand for, and what that says about an entry. Twin of `query_words.py`. */

import { HELD_PART } from "./parameters.js";

/** @typedef {import("./shards.js").Term} Term */
/**
 * @typedef {{name: string, term: Term, weight: number, read: string, completion?: boolean,
 *   sure?: boolean}} Candidate
 */
/** @typedef {{word: string, known: boolean, candidates: Candidate[], real?: boolean}} QueryWord */
/** @typedef {{words: QueryWord[], pairs: QueryWord[]}} QueryPart */

/**
 * The term's part in an entry, 0 if it has none.
 * @param {Term} term
 * @param {number} entry
 */
export const partOf = ({ entries, parts }, entry) => parts[entries.indexOf(entry)] ?? 0;

/** Best score of each entry over the candidates. @param {QueryWord} word */
export const scoresOf = (word) => largest(word, (part, factor) => part * factor);

/**
 * How much of the word each entry holds, times a weight.
 * @param {QueryWord} word
 * @param {number} weight
 */
export const heldOf = (word, weight) => largest(word, (part) => weight * Math.min(part, HELD_PART));

/**
 * How often the phrasings of each entry have the word, as the remainders of parts tell.
 * @param {QueryWord} word
 * @param {number} step
 */
export const phrasedOf = (word, step) => largest(word, (part) => part % step);

/**
 * Largest value of each entry over the candidates, by the part and the weight times idf.
 * @param {QueryWord} word
 * @param {(part: number, factor: number) => number} value
 * @returns {Map<number, number>}
 */
function largest({ candidates }, value) {
  const best = new Map();
  for (const { weight, term } of candidates) {
    term.entries.forEach((entry, n) =>
      best.set(entry, Math.max(best.get(entry) ?? 0, value(term.parts[n], weight * term.idf))),
    );
  }
  return best;
}

/**
 * What a candidate adds to an entry's score.
 * @param {Candidate} candidate
 * @param {number} entry
 */
export const scoreIn = ({ weight, term }, entry) => weight * term.idf * partOf(term, entry);

/**
 * The candidate that scores most in an entry, the first of equals.
 * @param {QueryWord} word
 * @param {number} entry
 * @returns {Candidate | undefined}
 */
export const bestIn = ({ candidates }, entry) =>
  [...candidates].sort((a, b) => scoreIn(b, entry) - scoreIn(a, entry))[0];
