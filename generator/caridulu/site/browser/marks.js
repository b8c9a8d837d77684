/** Where a result says what was asked: the words of a text that stand for words of the query. */

/**
 * @typedef {{typed: string, read: string, score: number}} Match
 * @typedef {(word: string) => string} TermOf
 */

const TELLING = 8; // a word with less than an eighth of the best word's share is not worth a mark

/**
 * The terms that decided a search.
 * @param {Match[]} matches
 * @param {TermOf} termOf
 * @returns {Set<string>}
 */
export function wantedTerms(matches, termOf) {
  const best = Math.max(0, ...matches.map(({ score }) => score));
  const telling = matches.filter(({ score }) => score * TELLING >= best);
  const terms = telling.flatMap(({ typed, read }) => [typed, read].map(termOf));
  return new Set(terms.filter(Boolean));
}

/**
 * The text in pieces, each wanted or not; joined they are the text again.
 * @param {string} text
 * @param {Set<string>} wanted
 * @param {TermOf} termOf
 * @returns {{text: string, wanted: boolean}[]}
 */
export function pieces(text, wanted, termOf) {
  /** @type {{text: string, wanted: boolean}[]} */
  const found = [];
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    const isWanted = /[\p{L}\p{N}]/u.test(piece) && wanted.has(termOf(piece));
    const last = found.at(-1);
    if (last && last.wanted === isWanted) last.text += piece;
    else if (piece) found.push({ text: piece, wanted: isWanted });
  }
  return found;
}
