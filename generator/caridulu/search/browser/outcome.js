/** How far the best entry answers a query. Twin of `outcome.py`. */

import { sum } from "./builtins.js";
import { partOf } from "./query_words.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Hit} Hit */
/** @typedef {import("./query_words.js").QueryWord} QueryWord */
/** @typedef {import("./query_words.js").Candidate} Candidate */

/**
 * What speaks for the first of the hits: share of the query found, lead over the next.
 * @param {Index} index
 * @param {QueryWord[]} words
 * @param {number[]} weights of the words
 * @param {Hit[]} hits the two best at least, if there are two
 */
export function evidenceOf(index, words, weights, [first, second]) {
  if (!first) return { share: 0, lead: 0 };
  const ahead = second ? first.score - second.score : 0;
  const lead = Math.floor((index.leadShare * ahead) / first.score);
  return { share: foundShare(index, words, weights, first.entry), lead };
}

/**
 * Whether the best entry holds enough of what was asked.
 * @param {Index} index
 * @param {string[]} texts
 * @param {{share: number, lead: number}} evidence
 */
export function outcomeOf(index, texts, { share, lead }) {
  if (share >= index.leastShare && share + lead >= index.answeredShare) {
    return namesAGap(index, texts) ? "weak" : "answered";
  }
  return share >= index.weakShare ? "weak" : "nothing";
}

/**
 * Share of the query's weight found in an entry.
 * @param {Index} index
 * @param {QueryWord[]} words
 * @param {number[]} weights of the words
 * @param {number} entry
 */
export function foundShare(index, words, weights, entry) {
  const found = words.map(
    (word, n) =>
      weights[n] * Math.max(0, ...word.candidates.map((c) => presence(index, word, c, entry))),
  );
  return Math.floor(sum(found) / (index.fullPart * sum(weights) || 1));
}

/**
 * How much of a word is in an entry.
 * @param {Index} index
 * @param {QueryWord} word
 * @param {Candidate} candidate
 * @param {number} entry
 */
export function presence({ fullPart }, { word, known }, { term, weight, read, completion }, entry) {
  const found = weight * Math.min(partOf(term, entry), fullPart);
  return completion && !known ? Math.floor((found * word.length ** 2) / read.length ** 2) : found;
}

/**
 * How much a word's absence counts.
 * @param {Index} index
 * @param {QueryWord} word
 */
export function wordWeight(index, { word, known, candidates }) {
  const { analyzer } = index;
  const name = candidates[0]?.name ?? word;
  if (analyzer.stopWords.has(word) || analyzer.places.has(name) || RegExp(index.year).test(word)) return 0;
  const rarity = known ? candidates[0].term.idf : index.unknownIdf;
  return analyzer.weak.has(word) ? Math.max(1, Math.floor(rarity / index.weakDivisor)) : rarity;
}

/**
 * Whether the query names an idea of the lexicon that no entry is about.
 * @param {Index} index
 * @param {string[]} texts
 */
export function namesAGap({ analyzer, shards, gap, maxForm }, texts) {
  const terms = texts.map((text) => analyzer.term(text));
  return terms.some((_, start) =>
    terms
      .slice(start, start + maxForm)
      .some((_, n, form) => shards.term([gap, ...form.slice(0, n + 1)].join(" "))),
  );
}

/** @param {Index} index @param {string[]} texts */
export function isGreeting({ analyzer }, texts) {
  const { greetings, stopWords, weak } = analyzer;
  /** @param {string} text */
  const greets = (text) => greetings.has(text) || stopWords.has(text);
  return texts.some(greets) && texts.every((text) => greets(text) || weak.has(text));
}
