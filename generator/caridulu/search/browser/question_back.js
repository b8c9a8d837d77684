/**
 * What to ask back: which of several near entries is meant, or whether a word was misspelt.
 * Twin of `question_back.py`.
 */

import { fold } from "./analyzer.js";
import {
  ADDED_WORDS, LABEL_CUT, MAX_TEXT, NAMED_BEFORE, PLAIN_WORD, TELLING_ID,
} from "./parameters.js";
import { nearBest, search } from "./ranking.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Result} Result */
/** @typedef {{entry: number, label: string, query: string}} Choice */

/**
 * The first hits that score almost as much as the best; none if it stands alone, or if a word is in
 * no entry.
 * @param {Result} result
 */
export function competitors(result) {
  const { greeting, outcome, hits } = result;
  if (greeting || !["answered", "weak"].includes(outcome) || unknownWords(result).length) return [];
  const near = nearBest(hits);
  return near.length > 1 ? near : [];
}

/**
 * Competitors that have words of their own; nothing if fewer than two have.
 * @param {Index} index
 * @param {Result} result
 * @param {string[]} titles of the first hits; of all competitors, or nothing can be offered yet
 * @param {(string | false)[]} ids of these hits; none where the title is in another language
 * @returns {Choice[]}
 */
export function choicesOf(index, result, titles, ids) {
  const { query, matches } = result;
  const near = competitors(result);
  if (titles.length < near.length) return [];
  const texts = [[...query].slice(0, MAX_TEXT).join(""), ...matches.map(({ read }) => read)];
  const asked = termsOf(index, texts.join(" "));
  const terms = near.map((_, n) => termsOf(index, titles[n]));
  const choices = near.flatMap(({ entry }, n) => {
    const taken = new Set([asked, ...terms.filter((_, other) => other !== n)].flat());
    const own = ownWords(index, titles[n], taken);
    if (!own.length) return [];
    const label = labelOf(index, ids[n], titles[n], asked);
    const said = new Map([...ownWords(index, label, taken), ...own].map((word) => [termsOf(index, word).join(" "), word]));
    const words = [...said.values()].slice(0, ADDED_WORDS);
    return { entry, label: label[0].toUpperCase() + label.slice(1), query: [query, ...words].join(" ") };
  });
  return choices.length > 1 ? choices : [];
}

/**
 * Briefly what an entry is about, which is more than was `asked`: the words of its id, written as in
 * its title; where they do not say it, the title.
 * @param {Index} index
 * @param {string | false} id
 * @param {string} title
 * @param {string[]} asked
 */
export function labelOf(index, id, title, asked) {
  const words = id && RegExp(TELLING_ID).test(id) ? id.split("-") : [];
  const written = new Map(wordsOf(title).slice(1).map((word) => [word.toLowerCase(), word]));
  const name = words.map((word) => written.get(word) ?? word).join(" ");
  if (termsOf(index, name).some((term) => !asked.includes(term))) return name;
  const named = title.replace(RegExp(NAMED_BEFORE), "");
  return (named === title ? title : named.replace("?", "")).replace(RegExp(LABEL_CUT, "u"), "$1 …");
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

/**
 * The words of a text that say something that is not `taken`.
 * @param {Index} index
 * @param {string} text
 * @param {Set<string>} taken
 */
const ownWords = (index, text, taken) => wordsOf(text).filter((word) => isOwn(index, word, taken));

/** The words of a text as written. @param {string} text */
const wordsOf = (text) => text.match(RegExp(PLAIN_WORD, "g")) ?? [];

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
