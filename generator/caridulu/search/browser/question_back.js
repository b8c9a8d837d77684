/**
 * What to ask back: which of several near entries is meant, or whether a word was misspelt.
 * Twin of `question_back.py`.
 */

import { fold } from "./analyzer.js";
import {
  COMPETING, COMPETING_OVER, LABEL_WORDS, MAX_CHOICES, MAX_TEXT, NAME_IN_TITLE, NAMING_WORDS, NEGATION,
  PLAIN_WORD,
} from "./parameters.js";
import { search } from "./ranking.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {{entry: number, label: string, query: string}} Choice */

const CUT = 99; // more than the rank of any label

/**
 * The first hits that score almost as much as the best; none if it stands alone, or if a word is in
 * no entry.
 * @param {Result} result
 */
export function competitors(result) {
  const { greeting, outcome, hits } = result;
  if (greeting || !["answered", "weak"].includes(outcome) || unknownWords(result).length) return [];
  const near = hits
    .slice(0, MAX_CHOICES)
    .filter(({ score }) => score * COMPETING_OVER >= hits[0].score * COMPETING);
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
  const { query, matches } = result;
  const near = competitors(result);
  if (titles.length < near.length) return [];
  const texts = [[...query].slice(0, MAX_TEXT).join(""), ...matches.map(({ read }) => read)];
  const asked = termsOf(index, texts.join(" "));
  const own = near.map((_, n) => termsOf(index, titles[n]));
  const choices = near.flatMap(({ entry }, n) => {
    const taken = new Set([asked, ...own.filter((_, other) => other !== n)].flat());
    const label = labelOf(index, titles[n], taken);
    const said = wordsOf(label).filter(([word]) => isOwn(index, word, taken));
    return label ? [{ entry, label, query: [query, ...said].join(" ") }] : [];
  });
  return choices.length > 1 ? choices : [];
}

/**
 * The neighbouring words of a title, three at most, of which most are not `taken`. A word that says
 * nothing, or a mark, ends them; within a name ("Bombana Dalam Angka") it does not. A name
 * of `NAMING_WORDS` at most is not cut if that leaves something to say. A word alone stands behind what the
 * title is about: "sensus: bedanya". A negation stays before what it negates.
 * @param {Index} index
 * @param {string} title
 * @param {Set<string>} taken
 */
export function labelOf(index, title, taken) {
  const words = wordsOf(title);
  const tied = title.replace(RegExp(NAME_IN_TITLE, "g"), (name) => name.replaceAll(" ", "\n"));
  let best = -CUT;
  let label = "";
  let subject = "";
  words.forEach((first, n) => {
    const begins = !subject;
    let own = 0;
    let end = first.index;
    for (const [count, { 0: word, index: start }] of words.slice(n, n + NAMING_WORDS).entries()) {
      const empty = isEmpty(index, word);
      const said = tied.slice(end, start);
      if (empty || count >= LABEL_WORDS ? said !== "\n" : said.trim()) break;
      own += +isOwn(index, word, taken);
      end = start + word.length;
      if (begins) subject = title.slice(first.index, end);
      const isCut = [tied[first.index - 1], tied[end]].includes("\n");
      const rank = own * 9 + count - +isCut * CUT;
      if (own && !empty && rank > best) {
        best = rank;
        label = title.slice(first.index, end);
      }
    }
  });
  // No word of a label has a mark of patterns but ".".
  const [whole] = /** @type {string[]} */ (title.match(NEGATION + label));
  return label.includes(" ") || subject.includes(label) ? whole : subject + ": " + whole;
}

/**
 * Whether a word of a title says something that is not `taken`.
 * @param {Index} index
 * @param {string} title
 * @param {Set<string>} taken
 */
export function isOwn(index, title, taken) {
  const { places } = index.analyzer;
  return !termsOf(index, title).some((term) => places.has(term) || taken.has(term)) && !isEmpty(index, title);
}

/**
 * Whether a word of a title says nothing by itself ("apa", "itu").
 * @param {Index} index
 * @param {string} title
 */
export function isEmpty(index, title) {
  const { analyzer } = index;
  const words = [...analyzer.words(title), ...termsOf(index, title)];
  return !words.length || words.some((each) => analyzer.isEmpty(each));
}

/** The words of a text as written, and where. @param {string} text */
const wordsOf = (text) => [...text.matchAll(RegExp(PLAIN_WORD, "g"))];

/**
 * The terms of a text's words.
 * @param {Index} index
 * @param {string} text
 */
const termsOf = ({ analyzer }, text) => analyzer.words(text).map((word) => analyzer.term(word));

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
  const guess = result.query.replace(RegExp(PLAIN_WORD, "g"), (typed) => read.get(fold(typed)) ?? typed);
  return (await search(index, guess, { limit: 1 })).outcome === "answered" ? guess : "";
}
