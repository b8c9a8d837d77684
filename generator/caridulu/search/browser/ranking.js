/**
 * A query -> ranked hits, the outcome, and what was read into the query.
 * Twin of `ranking.py`: equal ids, order and integer scores for every query.
 */

import { compare, sum } from "./builtins.js";
import { isGreeting, isReferred, missingWords, outcomeOf, surestEvidence, wordWeight } from "./outcome.js";
import {
  COMPETING, COMPETING_OVER, HELD_PART, KEPT_ALL, KEPT_LEAST, LISTED_HELD, LISTED_SCORE,
  MAX_CHOICES, NOT_FOR, WEAK_SHARE,
} from "./parameters.js";
import { readQuery } from "./query_reading.js";
import { bestIn, heldOf, phrasedOf, scoreIn, scoresOf } from "./query_words.js";

/** @typedef {import("./query_words.js").QueryWord} QueryWord */
/** @typedef {{entry: number, score: number, held: number, phrased: number}} Hit */
/** @typedef {Awaited<ReturnType<typeof search>>} Result */
/**
 * What Python published, ready to be searched.
 * @typedef {{
 *   analyzer: import("./analyzer.js").Analyzer,
 *   shards: import("./shards.js").Shards,
 *   vocabulary: import("./vocabulary.js").Vocabulary,
 *   unknownIdf: number, firstReferral: number, phrasedStep: number
 * }} Index
 */

/**
 * The best entries for a query. `exact` leaves its spelling alone; `among` are the entries that are
 * wanted, which may still be on their way: any other's score is halved.
 * @param {Index} index
 * @param {string} query
 * @param {{limit?: number, exact?: boolean, among?: Set<number> | Promise<Set<number>>}} options
 */
export async function search(index, query, { limit = 10, exact = false, among } = {}) {
  const { texts, every, words, pairs, frame, parts } = await readQuery(index, query, exact);
  const weights = words.map((word) => wordWeight(index, word));
  const scores = summed([...[...words, ...pairs].map(scoresOf), frameScores(frame)]);
  const holds = summed(words.map((word, n) => heldOf(word, weights[n])));
  const asked = sum(weights) * HELD_PART;
  const telling = words.filter((_, n) => weights[n]);
  const phrases = summed(telling.map((word) => phrasedOf(word, index.phrasedStep)));
  const most = telling.length * (index.phrasedStep - 1);
  for (const entry of refused(index, every)) scores.delete(entry);
  const wanted = await among;
  const scored = [...scores].map(([entry, score]) => {
    const held = holds.get(entry) ?? 0;
    const phrased = phrases.get(entry) ?? 0;
    const half = wanted && !wanted.has(entry) ? 1 : 0;
    return { entry, score: loweredScore(score, held, asked, phrased, most) >> half, held, phrased };
  });
  const { ranked, outcome } = judged(index, texts, words, byScore(scored), (best) =>
    surestEvidence(index, parts, best),
  );
  const best = ranked[0]?.entry;
  const matches = matchesOf(words, best);
  const hits = listed(ranked);
  return {
    query,
    outcome,
    greeting: isGreeting(index, texts),
    count: hits.length,
    hits: hits.slice(0, limit),
    corrections: outcome === "nothing" ? [] : correctionsOf(words, matches),
    matches,
    missing: missingWords(index, words, weights, best),
    words,
  };
}

/** Entries by score: the best first, of equals the first entry. @param {Hit[]} hits */
export const byScore = (hits) => hits.sort((a, b) => b.score - a.score || a.entry - b.entry);

/**
 * How far the best entry answers; a referral never outranks an entry that answers, nor, where it is
 * not surely what was asked, one that is worth showing. Of one word that several share nobody can tell
 * whose matter it is.
 * @param {Index} index
 * @param {string[]} texts
 * @param {QueryWord[]} words
 * @param {Hit[]} ranked
 * @param {(best: Hit[]) => import("./outcome.js").Evidence} evidenceFor
 */
export function judged(index, texts, words, ranked, evidenceFor) {
  const entries = ranked.filter(({ entry }) => entry < index.firstReferral);
  const evidence = evidenceFor(entries);
  const outcome = outcomeOf(evidence);
  if (ranked[0] === entries[0]) return { ranked, outcome };
  const referring = evidenceFor([ranked[0], ...entries]);
  const refers = isReferred(index, texts, words, ranked[0].entry, referring);
  if (
    refers
      ? outcome === "answered" && evidence.share >= referring.share && evidence.strong > referring.strong + 2
      : outcome !== "nothing"
  ) {
    return {
      ranked: byScore(ranked.map((hit) => ({ ...hit, score: Math.min(hit.score, entries[0].score) }))),
      outcome,
    };
  }
  const alone = words.length > 1 || nearBest(ranked).length < 2;
  return { ranked, outcome: refers && alone ? "referral" : referring.share >= WEAK_SHARE ? "weak" : "nothing" };
}

/** The first hits that score almost as much as the best. @param {Hit[]} hits */
export const nearBest = (hits) =>
  hits.slice(0, MAX_CHOICES).filter(({ score }) => score * COMPETING_OVER >= hits[0].score * COMPETING);

/** Hits that score and hold enough beside the first to be worth reading. @param {Hit[]} hits */
export const listed = (hits) =>
  hits.filter(
    ({ score, held }) =>
      score >= Math.floor(hits[0].score / LISTED_SCORE) && held >= Math.floor(hits[0].held / LISTED_HELD),
  );

/**
 * Scores of entries with a question that begins and ends as the query does.
 * @param {QueryWord[]} frame
 * @returns {Map<number, number>}
 */
export function frameScores(frame) {
  const [begins, ends] = frame.map(scoresOf);
  return new Map([...summed([begins, ends])].filter(([entry]) => begins.has(entry) && ends.has(entry)));
}

/**
 * Scores added up by entry.
 * @param {Map<number, number>[]} addends
 * @returns {Map<number, number>}
 */
function summed(addends) {
  const scores = new Map();
  for (const each of addends) {
    for (const [entry, score] of each) scores.set(entry, (scores.get(entry) ?? 0) + score);
  }
  return scores;
}

/**
 * A score, down to 9/20 for an entry that holds none of what was asked, and to two thirds for one
 * whose phrasings have none of the words.
 * @param {number} score
 * @param {number} held
 * @param {number} asked
 * @param {number} phrased
 * @param {number} most
 */
export function loweredScore(score, held, asked, phrased, most) {
  if (!asked) return score;
  const kept = Math.floor((score * (KEPT_LEAST * asked + (KEPT_ALL - KEPT_LEAST) * held)) / (KEPT_ALL * asked));
  return most ? Math.floor((kept * (2 * most + phrased)) / (3 * most)) : kept;
}

/**
 * Entries whose editor says that they do not answer this query.
 * @param {Index} index
 * @param {QueryWord[]} words
 */
export function refused({ analyzer, shards }, words) {
  const telling = words.filter(({ word }) => !analyzer.stopWords.has(word));
  const names = telling.map(({ word }) => analyzer.term(word)).sort(compare);
  return shards.term([...new Set([NOT_FOR, ...names])].join(" "))?.entries ?? [];
}

/**
 * What each word found in one entry; nothing if there is none.
 * @param {QueryWord[]} words
 * @param {number} [entry]
 */
export const matchesOf = (words, entry) =>
  words.flatMap((word) => {
    const best = bestIn(word, entry);
    const score = best && scoreIn(best, entry);
    return score ? [{ typed: word.word, read: best.read, score }] : [];
  });

/**
 * Words surely read as others, as people write them; completions are no corrections.
 * @param {QueryWord[]} words
 * @param {{typed: string, read: string}[]} matches
 */
export function correctionsOf(words, matches) {
  const unknown = words.filter(({ known }) => !known);
  return matches.filter(({ typed, read }) => {
    const candidates = unknown.find(({ word }) => word === typed)?.candidates;
    const origin = candidates?.some((c) => c.read === read && c.sure && !c.completion);
    return typed !== read && origin;
  });
}
