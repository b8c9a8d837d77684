/**
 * A query -> its words, each with the terms that it may stand for, and pairs of neighbours.
 * Twin of `query_reading.py`.
 */

import { fold } from "./analyzer.js";
import { readAsked } from "./asked_parts.js";
import { compare, isLetters } from "./builtins.js";
import {
  CLITIC, COMPLETED, END, LIKELIHOOD, LIKELY, MAX_PAIRED, MAX_TEXT, MAX_WORDS, MIN_REST, MIN_TYPED,
  START, VILLAGE, WHOLE,
} from "./parameters.js";
import { isSure } from "./vocabulary.js";

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./query_words.js").Candidate} Candidate */
/** @typedef {import("./query_words.js").QueryWord} QueryWord */
/** @typedef {import("./vocabulary.js").Spelling} Spelling */

/**
 * A query as it is read: every word, and those that count once, with their pairs.
 * @param {Index} index
 * @param {string} query
 * @param {boolean} exact
 */
export async function readQuery(index, query, exact) {
  const { analyzer, shards, vocabulary } = index;
  const text = [...query].slice(0, MAX_TEXT).join("");
  const asked = readAsked(analyzer, text);
  const isLong = asked.words.length > MAX_WORDS;
  const texts = (isLong ? asked.parts.flat() : asked.words).slice(0, MAX_WORDS);
  const typing = asked.isOpen && !exact && isTyping(index, text);
  const last = texts.at(-1);
  if (typing && last) {
    // Not awaited. With two letters it may be no term, and then nothing else asks the vocabulary.
    const own = last.length > 2 && shards.home(analyzer.term(last));
    vocabulary.completions(last, own).catch(() => {});
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
  const words = distinct(confirmed(every, pairs));
  const parts = asked.parts.map((part) => ({
    words: words.filter(({ word }) => part.includes(word)),
    pairs: pairs.filter((_, n) => part.includes(every[n].word) && part.includes(every[n + 1].word)),
  }));
  return { texts, every, words, pairs, frame: frameWords(index, names), parts };
}

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
  const real = !term && shards.has(name);
  if (!exact && isLetters(text)) {
    const guessed = !term && !real && !analyzer.stopWords.has(text);
    const [similar, longer] = await Promise.all([
      guessed && text.length > 2 ? vocabulary.similar(text) : [],
      typing && text.length >= MIN_TYPED
        ? vocabulary.completions(text, (term || real) && shards.home(name))
        : [],
    ]);
    const spellings = [...(guessed ? withoutClitic(index, text) : []), ...similar];
    await shards.loadTerms([...spellings, ...longer].map(({ word }) => analyzer.term(word)));
    add(index, text, found, spellings);
    add(index, text, found, longer, true);
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
      const likely = Math.floor((candidate.weight * LIKELIHOOD[step]) / WHOLE);
      const most = own ? Math.floor((COMPLETED * least) / candidate.term.idf) : WHOLE;
      const weight = Math.max(1, Math.min(likely, most));
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
 * @param {QueryWord[]} words
 * @param {QueryWord[]} pairs
 * @returns {QueryWord[]}
 */
export function confirmed(words, pairs) {
  const names = new Set(pairs.flatMap(({ candidates }) => candidates.flatMap(({ name }) => name.split(" "))));
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
