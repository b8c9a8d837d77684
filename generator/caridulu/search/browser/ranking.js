/**
 * A query -> ranked hits, the outcome, and what was read into the query.
 * Twin of `ranking.py`: equal ids, order and integer scores for every query.
 */

import { fold } from "./analyzer.js";
import { compare, isLetters, sum } from "./builtins.js";
import { evidenceOf, isGreeting, isReferred, missingWords, outcomeOf, wordWeight } from "./outcome.js";
import {
  CLITIC, COMPETING, COMPETING_OVER, DOUBTFUL, END, GAP, HELD_PART, KEPT_ALL, KEPT_LEAST, LIKELIHOOD,
  LIKELY, LISTED_HELD, LISTED_SCORE, MAX_CHOICES, MAX_PAIRED, MAX_TEXT, MAX_WORDS, MIN_LONGER, MIN_REST,
  MIN_TYPED, NOT_FOR, START, VILLAGE, WEAK_SHARE, WHOLE,
} from "./parameters.js";
import { bestIn, heldOf, phrasedOf, scoreIn, scoresOf } from "./query_words.js";
import { isSure } from "./vocabulary.js";

/** @typedef {import("./query_words.js").Candidate} Candidate */
/** @typedef {import("./query_words.js").QueryWord} QueryWord */
/** @typedef {import("./vocabulary.js").Spelling} Spelling */
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
  const { analyzer, shards, vocabulary } = index;
  const text = [...query].slice(0, MAX_TEXT).join("");
  const texts = analyzer.words(text).slice(0, MAX_WORDS);
  const typing = !exact && isTyping(index, text);
  const last = texts.at(-1);
  if (typing && last) {
    // Not awaited. With two letters it may be no term, and then nothing else asks the vocabulary.
    const own = last.length > 2 && shards.home(analyzer.term(last));
    vocabulary.completions(last, WHOLE, own).catch(() => {});
  }
  await shards.loadTerms(texts.map((word) => analyzer.term(word)));
  const typed = await Promise.all(
    texts.map((word, n) => queryWord(index, word, typing && !texts[n + 1], exact)),
  );
  // Behind "desa" an unknown word can only be the name of a village.
  const every = typed.filter(
    ({ real, candidates }, n) => real || candidates[0] || !texts[n - 1]?.match(VILLAGE),
  );
  const names = likelyNames(every);
  const pairs = names.slice(1).map((seconds, n) => pairWord(index, names[n], seconds));
  const words = distinct(confirmed(index, every, pairs));
  const weights = words.map((word) => wordWeight(index, word));
  const scores = summed([...[...words, ...pairs].map(scoresOf), frameScores(frameWords(index, names))]);
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
    return { entry, score: lower(score, held, asked, phrased, most) >> half, held, phrased };
  });
  const { ranked, outcome } = judged(index, texts, words, byScore(scored), (best) =>
    evidenceOf(words, weights, pairs, best),
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
  const outcome = outcomeOf(index, texts, evidence);
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
 * Whether the last word may still be unfinished.
 * @param {Index} index
 * @param {string} text
 */
export const isTyping = ({ analyzer }, text) =>
  analyzer.tokens(fold(text).slice(-1)).length > 0;

/**
 * What one word may stand for.
 * @param {Index} index
 * @param {string} text
 * @param {boolean} typing
 * @param {boolean} exact
 * @returns {Promise<QueryWord>}
 */
export async function queryWord(index, text, typing, exact) {
  const { analyzer, shards, vocabulary } = index;
  const name = analyzer.term(text);
  const term = shards.term(name);
  /** @type {Map<string, Candidate>} */
  const found = new Map(term && [[name, { name, term, weight: WHOLE, read: text, sure: true }]]);
  const real = !term && (shards.has(name) || shards.has(`${GAP} ${name}`));
  if (!exact && isLetters(text)) {
    const guessed = !term && !real && !analyzer.stopWords.has(text);
    const completed = typing && text.length >= MIN_TYPED;
    const [similar, longer] = await Promise.all([
      guessed && text.length > 2 ? vocabulary.similar(text) : [],
      completed || (guessed && text.length >= MIN_LONGER)
        ? vocabulary.completions(text, completed ? WHOLE : DOUBTFUL, (term || real) && shards.home(name))
        : [],
    ]);
    const spellings = [...(guessed ? withoutClitic(index, text) : []), ...similar];
    await shards.loadTerms([...spellings, ...longer].map(({ word }) => analyzer.term(word)));
    add(index, text, found, spellings);
    add(index, text, found, longer, completed);
  }
  return { word: text, known: !!term, candidates: byLikelihood(found, name), real };
}

/**
 * The word without an ending of Sulawesi speech.
 * @param {Index} index
 * @param {string} text
 * @returns {Spelling[]}
 */
export const withoutClitic = ({ analyzer }, text) =>
  analyzer.clitics
    .filter((ending) => text.endsWith(ending) && text.length >= ending.length + MIN_REST)
    .map((ending) => ({ word: text.slice(0, -ending.length), weight: CLITIC, size: 0 }));

/**
 * Add the terms of a word's spellings to what was found, each with its largest weight.
 * @param {Index} index
 * @param {string} text
 * @param {Map<string, Candidate>} found
 * @param {Spelling[]} spellings
 * @param {boolean} completion
 */
export function add(index, text, found, spellings, completion = false) {
  const { analyzer, shards } = index;
  for (const { word, weight } of spellings) {
    const name = analyzer.term(word);
    const term = shards.term(name);
    if (term && (found.get(name)?.weight ?? 0) < weight) {
      const sure = completion || isSure(text, weight);
      found.set(name, { name, term, weight, read: word, completion, sure });
    }
  }
}

/**
 * Lowers the weights of guesses at rare terms, and puts the likeliest first.
 * @param {Map<string, Candidate>} found
 * @param {string} name
 * @returns {Candidate[]}
 */
export function byLikelihood(found, name) {
  const candidates = [...found.values()];
  const own = found.get(name);
  const least = own ? own.term.idf : Math.min(...candidates.map(({ term }) => term.idf));
  return candidates
    .map((candidate) => {
      const step = Math.min(WHOLE, Math.floor((WHOLE * least) / candidate.term.idf));
      const weight = Math.max(1, Math.floor((candidate.weight * LIKELIHOOD[step]) / WHOLE));
      return candidate === own ? own : { ...candidate, weight };
    })
    .sort((a, b) => b.weight - a.weight || compare(a.name, b.name));
}

/** Each word once, and each term once when the index knows it. @param {QueryWord[]} words */
export function distinct(words) {
  const seen = new Set();
  return words.filter(({ word, known, candidates }) => {
    const key = known ? candidates[0].name : word;
    return !seen.has(key) && seen.add(key);
  });
}

/** Names of the likeliest terms of each word. @param {QueryWord[]} words */
export const likelyNames = (words) =>
  words.map(({ candidates }) => candidates.slice(0, MAX_PAIRED).map(({ name }) => name));

/**
 * The words, with likely readings sure that stand beside their neighbour in a question or an alias.
 * Beside a function word, as in "itu" and "cara", nearly any word can stand.
 * @param {Index} index
 * @param {QueryWord[]} words
 * @param {QueryWord[]} pairs
 * @returns {QueryWord[]}
 */
export function confirmed({ analyzer }, words, pairs) {
  const names = new Set(
    pairs.flatMap(({ candidates }, n) =>
      words.slice(n, n + 2).some(({ word }) => analyzer.stopWords.has(word))
        ? []
        : candidates.flatMap(({ name }) => name.split(" ")),
    ),
  );
  return words.map((word) => ({
    ...word,
    candidates: word.candidates.map((each) => ({
      ...each,
      sure: each.sure || (each.weight >= LIKELY && names.has(each.name)),
    })),
  }));
}

/**
 * The terms of neighbours as they stand together in questions.
 * @param {Index} index
 * @param {string[]} firsts
 * @param {string[]} seconds
 * @returns {QueryWord}
 */
export function pairWord({ shards }, firsts, seconds) {
  const names = firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
  const candidates = names.flatMap((name) => {
    const term = shards.term(name);
    return term ? [{ name, term, weight: WHOLE, read: name }] : [];
  });
  return { word: "", known: true, candidates };
}

/**
 * The first and the last terms with the beginning and the end of a question.
 * @param {Index} index
 * @param {string[][]} names
 */
export const frameWords = (index, names) => [
  pairWord(index, [START], names[0] ?? []),
  pairWord(index, names.at(-1) ?? [], [END]),
];

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
export function lower(score, held, asked, phrased, most) {
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
