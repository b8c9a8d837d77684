/** Which words of a hit are highlighted: those that stand for words of the query. */

/**
 * @typedef {{typed: string, read: string, score: number}} Match
 * @typedef {(word: string) => string} TermOf
 */

const LEAST_SHARE = 1 / 8; // of the best word's score: a word with less is not worth a mark

/**
 * The terms that decided a search.
 * @param {Match[]} matches
 * @param {TermOf} termOf
 * @returns {Set<string>}
 */
export function decisiveTerms(matches, termOf) {
  const best = Math.max(0, ...matches.map(({ score }) => score));
  const decisive = matches.filter(({ score }) => score >= best * LEAST_SHARE);
  const terms = decisive.flatMap(({ typed, read }) => [typed, read].map(termOf));
  return new Set(terms.filter(Boolean));
}

/**
 * Splits a text into pieces that stand for one of the terms or do not.
 * @param {string} text
 * @param {Set<string>} terms
 * @param {TermOf} termOf
 * @returns {{text: string, marked: boolean}[]}
 */
export function highlighted(text, terms, termOf) {
  /** @type {{text: string, marked: boolean}[]} */
  const pieces = [];
  for (const word of text.split(/([\p{L}\p{N}]+)/u)) {
    const marked = /[\p{L}\p{N}]/u.test(word) && terms.has(termOf(word));
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.text += word;
    else if (word) pieces.push({ text: word, marked });
  }
  return pieces;
}
