/**
 * What to ask back: which of several near entries is meant, or whether a word was misspelt.
 * Twin of `question_back.py`.
 */

import { fold } from "./analyzer.js";
import { search } from "./ranking.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {{entry: number, label: string, query: string}} Choice */

/**
 * The first hits that score almost as much as the best; none if it stands alone, or if a word is in
 * no entry.
 * @param {Index} index
 * @param {Result} result
 */
export function competitors({ maxChoices, competing, competingOver }, result) {
  const { greeting, outcome, hits } = result;
  if (greeting || !["answered", "weak"].includes(outcome) || unknownWords(result).length) return [];
  const near = hits
    .slice(0, maxChoices)
    .filter(({ score }) => score * competingOver >= hits[0].score * competing);
  return near.length > 1 ? near : [];
}

/**
 * Competitors by words of their own; nothing if fewer than two have some.
 * @param {Index} index
 * @param {Result} result
 * @param {string[]} titles of the first hits; of all competitors, or nothing can be offered yet
 * @returns {Choice[]}
 */
export function choicesOf(index, result, titles) {
  const { analyzer, maxText } = index;
  /** @param {string} text */
  const terms = (text) => analyzer.words(text).map((word) => analyzer.term(word));
  const { query, matches } = result;
  const near = competitors(index, result);
  if (titles.length < near.length) return [];
  const texts = [[...query].slice(0, maxText).join(""), ...matches.map(({ read }) => read)];
  const asked = terms(texts.join(" "));
  const own = near.map((_, n) => terms(titles[n]));
  const choices = near.flatMap(({ entry }, n) => {
    const taken = new Set([asked, ...own.filter((_, other) => other !== n)].flat());
    const label = labelOf(index, titles[n], taken);
    return label ? [{ entry, label, query: `${query} ${label}` }] : [];
  });
  return choices.length > 1 ? choices : [];
}

/**
 * Two neighbours of a title that are not `taken`, or else its first such word.
 * @param {Index} index
 * @param {string} title
 * @param {Set<string>} taken
 */
export function labelOf(index, title, taken) {
  const words = title.match(RegExp(index.plainWord, "g")) ?? [];
  const own = words.map((word) => isOwn(index, word, taken));
  const first = own.findIndex((each, n) => each && own[n + 1]);
  return first < 0 ? (words[own.indexOf(true)] ?? "") : words.slice(first, first + 2).join(" ");
}

/**
 * Whether a word of a title says something that is not `taken`.
 * @param {Index} index
 * @param {string} title
 * @param {Set<string>} taken
 */
export function isOwn({ analyzer }, title, taken) {
  const words = analyzer.words(title);
  const terms = words.map((word) => analyzer.term(word));
  const isTaken = (/** @type {string} */ term) => analyzer.places.has(term) || taken.has(term);
  return (
    words.length > 0 && !terms.some(isTaken) && ![...words, ...terms].some((each) => analyzer.isEmpty(each))
  );
}

/**
 * Words that say something, but are in no entry nor surely read as another.
 * @param {Result} result
 */
export const unknownWords = ({ words, missing }) =>
  words.filter(
    ({ word, known, candidates }) =>
      missing.includes(word) && !known && !candidates.some(({ sure }) => sure),
  );

/**
 * The query with its unknown words read as the likeliest ones, if that is answered.
 * @param {Index} index
 * @param {Result} result
 */
export async function guessOf(index, result) {
  const unknown = unknownWords(result);
  if (!unknown.length || unknown.some(({ real, candidates }) => real || !candidates.length)) return "";
  if (!["weak", "nothing"].includes(result.outcome)) return "";
  const read = new Map(unknown.map(({ word, candidates }) => [word, candidates[0].read]));
  const word = RegExp(index.plainWord, "g");
  const guess = result.query.replace(word, (typed) => read.get(fold(typed)) ?? typed);
  return (await search(index, guess, { limit: 1 })).outcome === "answered" ? guess : "";
}
