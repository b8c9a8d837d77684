/** What a query word may stand for, and what that says about an entry. Twin of `query_words.py`. */

import { bisect } from "./builtins.js";

/** @typedef {import("./shards.js").Term} Term */
/**
 * @typedef {{name: string, term: Term, weight: number, read: string, completion?: boolean,
 *   sure?: boolean}} Candidate
 */
/** @typedef {{word: string, known: boolean, candidates: Candidate[], real?: boolean}} QueryWord */

/**
 * The term's part in an entry, 0 if it has none.
 * @param {Term} term
 * @param {number} entry
 */
export function partOf({ entries, parts }, entry) {
  const place = bisect(entries, entry) - 1;
  return entries[place] === entry ? parts[place] : 0;
}

/**
 * Best score of each entry over the candidates.
 * @param {QueryWord} word
 * @returns {Map<number, number>}
 */
export function scoresOf({ candidates }) {
  const best = new Map();
  for (const { term, weight } of candidates) {
    term.entries.forEach((entry, n) => {
      best.set(entry, Math.max(best.get(entry) ?? 0, weight * term.idf * term.parts[n]));
    });
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
