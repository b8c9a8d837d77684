/**
 * A query -> ranked hits, the outcome, and what was read into the query.
 * Twin of `ranking.py`: equal ids, order and integer scores for every query.
 */

import { fold, isLetters, tokens } from "./analyzer.js";
import { GAP, isGreeting, outcomeOf, partOf, WHOLE, wordWeight } from "./outcome.js";
import { compare } from "./spelling.js";
import { COMPLETION, LONGER } from "./vocabulary.js";

const CLITIC = 15;
const MAX_TEXT = 300;
const MAX_WORDS = 24;
const MIN_COMPLETED = 2;
const MIN_LONGER = 4;
const MIN_CLITIC_REST = 3;
const PAIR_CANDIDATES = 3;
const PAIR_WEIGHT = 16;
const START = "^";
const END = "$";
const NOT_FOR = "!";

/** @typedef {import("./shards.js").Term} Term */
/** @typedef {{name: string, term: Term, weight: number, read: string, completion?: boolean}} Candidate */
/** @typedef {{word: string, known: boolean, candidates: Candidate[]}} Slot */
/** @typedef {import("./vocabulary.js").Spelling} Spelling */
/** @typedef {{entry: number, score: number}} Hit */
/**
 * @typedef {{
 *   analyzer: import("./analyzer.js").Analyzer,
 *   shards: import("./shards.js").Shards,
 *   vocabulary: import("./vocabulary.js").Vocabulary,
 *   unknownIdf: number, likelihood: number[], places: Set<string>
 * }} Index
 */

/**
 * @param {Index} index
 * @param {string} query
 * @param {{limit?: number, exact?: boolean}} options
 */
export async function rank(index, query, { limit = 10, exact = false } = {}) {
  const text = [...query].slice(0, MAX_TEXT).join("");
  const words = index.analyzer.words(text).slice(0, MAX_WORDS);
  const typing = !exact && tokens([...fold(text)].at(-1) ?? "").length > 0;
  const last = words.at(-1);
  if (typing && last) index.vocabulary.completions(last, COMPLETION).catch(() => {}); // not awaited
  await index.shards.loadTerms(words.map((word) => index.analyzer.term(word)));
  const slots = await Promise.all(
    words.map((word, n) => wordSlot(index, word, typing && n === words.length - 1, exact)),
  );
  const distinct = distinctSlots(slots);
  const names = slots.map(({ candidates }) => candidates.slice(0, PAIR_CANDIDATES).map((c) => c.name));
  const pairs = names.slice(1).map((seconds, n) => pairSlot(index, names[n], seconds));
  const found = distinct.map(slotScores);
  const scores = sum([...found, ...pairs.map(slotScores), frameScores(index, names)]);
  weighCoverage(scores, found, distinct.map((slot) => wordWeight(index, slot)));
  for (const entry of refused(index, words)) scores.delete(entry);
  const hits = best(scores, Math.max(2, limit));
  const matches = matchesOf(distinct, hits[0]?.entry);
  const outcome = outcomeOf(index, words, distinct, hits);
  return {
    outcome,
    greeting: isGreeting(index, words),
    hits: hits.slice(0, limit),
    known: slots.every(({ known, word }) => known || index.analyzer.silent.has(word)),
    corrections: outcome === "nothing" ? [] : correctionsOf(distinct, matches),
    matches,
  };
}

/**
 * @param {Map<number, number>[]} addends
 * @returns {Map<number, number>}
 */
function sum(addends) {
  const scores = new Map();
  for (const added of addends) {
    for (const [entry, score] of added) scores.set(entry, (scores.get(entry) ?? 0) + score);
  }
  return scores;
}

/**
 * Lowers scores by the share of the query's weight that an entry does not hold.
 * @param {Map<number, number>} scores
 * @param {Map<number, number>[]} found of each word
 * @param {number[]} weights of each word
 */
function weighCoverage(scores, found, weights) {
  /** @type {Map<number, number>} */
  const held = new Map();
  found.forEach((those, n) => {
    for (const entry of those.keys()) held.set(entry, (held.get(entry) ?? 0) + weights[n]);
  });
  const asked = weights.reduce((total, weight) => total + weight, 0);
  for (const [entry, score] of scores) {
    const share = asked + (held.get(entry) ?? 0);
    if (asked) scores.set(entry, Math.floor((score * share) / (2 * asked)));
  }
}

/**
 * Entries whose editor says that they do not answer this query.
 * @param {Index} index
 * @param {string[]} words
 */
function refused({ analyzer, shards }, words) {
  const names = words.filter((word) => !analyzer.silent.has(word)).map((word) => analyzer.term(word));
  const whole = [NOT_FOR, ...[...new Set(names)].sort(compare)].join(" ");
  return shards.term(whole)?.entries ?? [];
}

/**
 * @param {Map<number, number>} scores
 * @param {number} limit
 * @returns {Hit[]}
 */
function best(scores, limit) {
  const least = Float64Array.from(scores.values()).sort().at(-limit) ?? 0;
  /** @type {Hit[]} */
  const top = [];
  for (const [entry, score] of scores) if (score >= least) top.push({ entry, score });
  return top.sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, limit);
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {boolean} last
 * @param {boolean} exact
 * @returns {Promise<Slot>}
 */
async function wordSlot(index, word, last, exact) {
  const { analyzer, shards, vocabulary } = index;
  const name = analyzer.term(word);
  const term = shards.term(name);
  const known = Boolean(term);
  /** @type {Map<string, Candidate>} */
  const found = new Map();
  if (term) found.set(name, { name, term, weight: WHOLE, read: word });
  if (!exact && isLetters(word)) {
    const named = shards.term(`${GAP} ${name}`); // a real word, though no entry is about it
    const guessed = !known && !named && !analyzer.silent.has(word);
    const completion = last && word.length >= MIN_COMPLETED;
    const [similar, longer] = await Promise.all([
      guessed && word.length > 2 ? vocabulary.similar(word) : [],
      completion || (guessed && word.length >= MIN_LONGER)
        ? vocabulary.completions(word, completion ? COMPLETION : LONGER)
        : [],
    ]);
    const spellings = [
      ...(guessed ? withoutClitic(analyzer, word) : []),
      ...similar,
      ...longer.map((spelling) => ({ ...spelling, completion })),
    ];
    await shards.loadTerms(spellings.map((spelling) => analyzer.term(spelling.word)));
    for (const spelling of spellings) add(index, found, spelling);
  }
  return { word, known, candidates: byLikelihood(index, [...found.values()], name) };
}

/**
 * @param {import("./analyzer.js").Analyzer} analyzer
 * @param {string} word
 * @returns {Spelling[]}
 */
const withoutClitic = (analyzer, word) =>
  analyzer.clitics
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= MIN_CLITIC_REST)
    .map((ending) => ({ word: word.slice(0, -ending.length), weight: CLITIC, size: 0 }));

/**
 * @param {Index} index
 * @param {Map<string, Candidate>} found
 * @param {Spelling} spelling
 */
function add({ analyzer, shards }, found, { word, weight, completion }) {
  const name = analyzer.term(word);
  const term = shards.term(name);
  if (term && (found.get(name)?.weight ?? 0) < weight) {
    found.set(name, { name, term, weight, read: word, completion });
  }
}

/**
 * @param {Index} index
 * @param {Candidate[]} candidates
 * @param {string} name
 * @returns {Candidate[]}
 */
function byLikelihood({ likelihood }, candidates, name) {
  const own = candidates.find((candidate) => candidate.name === name);
  const least = own ? own.term.idf : Math.min(...candidates.map(({ term }) => term.idf));
  return candidates
    .map((candidate) => {
      if (candidate === own) return candidate;
      const step = Math.min(16, Math.floor((16 * least) / candidate.term.idf));
      const weight = Math.max(1, Math.floor((candidate.weight * likelihood[step]) / 16));
      return { ...candidate, weight };
    })
    .sort((a, b) => b.weight - a.weight || compare(a.name, b.name));
}

/** @param {Slot[]} slots */
function distinctSlots(slots) {
  const seen = new Set();
  return slots.filter((slot) => {
    const key = slot.known ? slot.candidates[0].name : slot.word;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Pairs of terms that the index knows.
 * @param {Index} index
 * @param {string[]} firsts
 * @param {string[]} seconds
 * @returns {Slot}
 */
function pairSlot({ shards }, firsts, seconds) {
  const names = firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
  const candidates = names.flatMap((name) => {
    const term = shards.term(name);
    return term ? { name, term, weight: PAIR_WEIGHT, read: name } : [];
  });
  return { word: "", known: true, candidates };
}

/**
 * Entries with a question that begins and ends as the query does.
 * @param {Index} index
 * @param {string[][]} names
 * @returns {Map<number, number>}
 */
function frameScores(index, names) {
  const begins = slotScores(pairSlot(index, [START], names[0] ?? []));
  const ends = slotScores(pairSlot(index, names.at(-1) ?? [], [END]));
  for (const [entry, score] of begins) {
    const end = ends.get(entry);
    if (end) begins.set(entry, score + end);
    else begins.delete(entry);
  }
  return begins;
}

/** @param {Slot} slot */
function slotScores({ candidates }) {
  /** @type {Map<number, number>} */
  const bests = new Map();
  for (const { term, weight } of candidates) {
    const factor = weight * term.idf;
    for (let i = 0; i < term.entries.length; i++) {
      const score = factor * term.parts[i];
      if (score > (bests.get(term.entries[i]) ?? 0)) bests.set(term.entries[i], score);
    }
  }
  return bests;
}

/**
 * What each word found in one entry.
 * @param {Slot[]} slots
 * @param {number} entry
 */
function matchesOf(slots, entry) {
  return slots.flatMap(({ word, candidates }) => {
    let score = 0;
    let read = "";
    for (const candidate of candidates) {
      const own = candidate.weight * candidate.term.idf * partOf(candidate.term, entry);
      if (own > score) {
        score = own;
        read = candidate.read;
      }
    }
    return score ? [{ typed: word, read, score }] : [];
  });
}

/**
 * @param {Slot[]} slots
 * @param {{typed: string, read: string}[]} matches
 */
function correctionsOf(slots, matches) {
  const unknown = new Map(slots.filter((slot) => !slot.known).map((slot) => [slot.word, slot.candidates]));
  return matches
    .filter(
      ({ typed, read }) =>
        typed !== read &&
        unknown.has(typed) &&
        !unknown.get(typed)?.some((c) => c.completion && c.read === read),
    )
    .map(({ typed, read }) => ({ typed, read }));
}
