/** How far the best entry answers a query. Twin of `outcome.py`. */

import { sum } from "./builtins.js";
import {
  ANSWERED_HOLDING, ANSWERED_LEAST, CONFIDENCE, EVIDENCE, FULL_PART, MANY_RIVALS, MANY_WORDS,
  REFERRED_LEAST, STRONG_PART, WEAK_DIVISOR, WEAK_SHARE, WHOLE, YEAR,
} from "./parameters.js";
import { partOf, scoresOf } from "./query_words.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Hit} Hit */
/** @typedef {import("./query_words.js").QueryWord} QueryWord */
/** @typedef {import("./query_words.js").QueryPart} QueryPart */

/**
 * What speaks for an entry, by name; `outcome.py` says what each is.
 * @typedef {{[name: string]: number}} Evidence
 */

/**
 * What speaks for the first of the hits, in the part of the query that it answers best.
 * @param {Index} index
 * @param {QueryPart[]} parts
 * @param {Hit[]} best all hits, the best first
 * @returns {Evidence}
 */
export const surestEvidence = (index, parts, best) =>
  parts
    .map((part) => evidenceOf(index, part, best))
    .reduce((most, one) =>
      one.share && (!most.share || confidence(one) > confidence(most)) ? one : most,
    );

/**
 * What speaks for the first of the hits in one part of a query.
 * @param {Index} index
 * @param {QueryPart} part
 * @param {Hit[]} hits
 * @returns {Evidence}
 */
export function evidenceOf(index, { words, pairs }, [first, ...others]) {
  const weights = words.map((word) => wordWeight(index, word));
  const asked = sum(weights);
  if (!first || !asked) return { share: 0 };
  const { entry, score } = first;
  /** @param {(word: QueryWord) => number} part of a word */
  const share = (part) => Math.floor(sum(words.map((word, n) => part(word) * weights[n])) / asked);
  /** @param {number} number */
  const outOf = (number) => Math.floor(Math.min(EVIDENCE, number / MANY_WORDS));
  /** @param {QueryWord} word */
  const held = (word) => presence(word, entry, FULL_PART);
  const together = pairs.filter((pair) => scoresOf(pair).has(entry)).length;
  const rivals = sum(others.slice(0, MANY_RIVALS).map((rival) => rival.score));
  const most = others.reduce((found, { phrased }) => Math.max(found, phrased), 0);
  return {
    share: share(held),
    held: outOf(sum(words.map((word, n) => weights[n] && held(word)))),
    strong: share((word) => presence(word, entry, STRONG_PART)),
    words: outOf(EVIDENCE * words.length),
    together: Math.floor((EVIDENCE * together) / (pairs.length || 1)),
    rivals: Math.floor((EVIDENCE * rivals) / (MANY_RIVALS * score)),
    lead: first.phrased - most,
  };
}

/** Whether the best entry holds enough of what was asked. @param {Evidence} evidence */
export function outcomeOf(evidence) {
  if (reaches(evidence, ANSWERED_LEAST)) return "answered";
  return evidence.share >= WEAK_SHARE ? "weak" : "nothing";
}

/**
 * Whether a referral is what was asked: surely enough, and not for figures about it.
 * @param {Index} index
 * @param {string[]} texts
 * @param {QueryWord[]} words
 * @param {number} referral
 * @param {Evidence} evidence
 */
export const isReferred = ({ analyzer: { figures } }, texts, words, referral, evidence) =>
  reaches(evidence, REFERRED_LEAST) &&
  !texts.some((text, n) => figures.has(text + "+" + texts[n + 1])) &&
  words.every((word) => !figures.has(word.word) || presence(word, referral, FULL_PART));

/**
 * Whether enough of the query is held, with at least this confidence.
 * @param {Evidence} evidence
 * @param {number} least
 */
const reaches = (evidence, least) =>
  2 * evidence.share + evidence.held >= ANSWERED_HOLDING && confidence(evidence) >= least;

/** The weighed features. @param {Evidence} evidence */
const confidence = (evidence) =>
  sum(Object.entries(CONFIDENCE).map(([name, weight]) => weight * evidence[name]));

/**
 * Words of the query, as typed, that say something and are not in an entry.
 * @param {Index} index
 * @param {QueryWord[]} words
 * @param {number[]} weights of the words
 * @param {number} [entry]
 */
export const missingWords = (index, words, weights, entry) =>
  words
    .filter(
      (word, n) =>
        weights[n] &&
        !index.analyzer.weak.has(word.word) &&
        !(entry >= 0 && presence(word, entry, FULL_PART)),
    )
    .map(({ word }) => word);

/**
 * How much of a word is surely in an entry.
 * @param {QueryWord} word
 * @param {number} entry
 * @param {number} full part of a term that counts as all of it
 */
export function presence({ candidates }, entry, full) {
  const parts = candidates.map(({ sure, weight, term }) => (sure ? weight * Math.min(partOf(term, entry), full) : 0));
  return Math.floor((EVIDENCE * Math.max(0, ...parts)) / (WHOLE * full));
}

/**
 * How much a word's absence counts.
 * @param {Index} index
 * @param {QueryWord} word
 */
export function wordWeight(index, { word, known, candidates }) {
  const { analyzer } = index;
  const name = candidates[0]?.name ?? word;
  if (analyzer.stopWords.has(word) || analyzer.places.has(name) || word.match(YEAR)) return 0;
  const rarity = known ? candidates[0].term.idf : index.unknownIdf;
  return analyzer.weak.has(word) ? Math.max(1, Math.floor(rarity / WEAK_DIVISOR)) : rarity;
}

/** Whether nothing is asked. @param {Index} index @param {string[]} texts */
export function isGreeting({ analyzer }, texts) {
  const { greetings, stopWords } = analyzer;
  return (
    texts.some((text) => greetings.has(text) || stopWords.has(text)) &&
    texts.every((text) => greetings.has(text) || analyzer.isEmpty(text))
  );
}
