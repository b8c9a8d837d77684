/** Which offices a question names, also by a misspelt name, or by one that is an ordinary word as well. */

import { editDistance } from "./spelling.js";

/**
 * What is known of names. A word of so many letters may have one slip, `sure` beside
 * one without, or `two`.
 * @typedef {{byLetter: Map<string, Name[]>, misleading: Set<string>, beside: Map<string, Set<string>>,
 *   before: Set<string>, after: Set<string>, slips: {sure: number, one: number, two: number}, mark: string,
 *   areas: Record<string, string>, locatives: string[], termOf: (word: string) => string}} Names
 * @typedef {{words: string[], marked: number, offices: number[]}} Name the last `marked` words of a name are the
 *   region's own; numbers of the offices that have it
 * @typedef {{text: string, start: number, end: number}} Token of the question, with its place there
 * @typedef {{office: number, start: number, length: number, marked: number, slips: number}} Naming a name that
 *   stands in the question: from which token on, of how many, how many of these are the region's own name
 */

/**
 * Numbers of the offices that the question names, and the question with the mark in the place of their
 * regions' names. Of names at one place counts the one of most words, with the fewest slips.
 * @param {string} query
 * @param {Names} names
 */
export function readPlaces(query, names) {
  const folded = fold(query);
  const tokens = [...folded.matchAll(/[0-9a-z]+/g)].map(({ 0: text, index = 0 }) => ({
    text: names.areas[text] ?? text,
    start: index,
    end: index + text.length,
  }));
  const typed = tokens.map(({ text }) => text);
  const kept = /** @type {Naming[]} */ ([]);
  for (const each of namings(typed, names).sort(byWords)) {
    const end = each.start + each.length;
    const rivals = kept.filter(({ start, length }) => each.start < start + length && start < end);
    if (rivals.every((rival) => byWords(rival, each) === 0)) kept.push(each);
  }
  return { named: [...new Set(kept.map(({ office }) => office))], marked: withMarks(folded, tokens, kept, names.mark) };
}

/** @param {string} text */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Words of a name as they are compared.
 * @param {string} text
 * @returns {string[]}
 */
export const foldedWords = (text) => fold(text).match(/[0-9a-z]+/g) ?? [];

/** @param {Naming} a @param {Naming} b */
const byWords = (a, b) => b.length - a.length || a.slips - b.slips || a.start - b.start;

/**
 * Names by their first letter, which is never misspelt; a name of several offices once.
 * @param {{named: string[], places: string[]}[]} offices
 * @returns {Map<string, Name[]>}
 */
export function namesByLetter(offices) {
  /** @type {Map<string, Name>} */
  const all = new Map();
  offices.forEach(({ named, places }, office) => {
    const own = named[0].split(" ").length;
    for (const text of [...named, ...places]) {
      const name = all.get(text) ?? { words: text.split(" "), marked: named.includes(text) ? own : 0, offices: [] };
      name.offices.push(office);
      all.set(text, name);
    }
  });
  const found = new Map();
  for (const [text, name] of all) found.set(text[0], [...(found.get(text[0]) ?? []), name]);
  return found;
}

/**
 * @param {string[]} typed
 * @param {Names} names
 */
function namings(typed, names) {
  /** @type {Naming[]} */
  const found = [];
  typed.forEach((word, start) => {
    for (const { words, marked, offices } of names.byLetter.get(word[0]) ?? []) {
      const isFar = Math.abs(word.length - words[0].length) > 2 || start + words.length > typed.length;
      const slips = isFar ? Infinity : slipsAt(typed, start, words, names);
      if (slips < Infinity) found.push(...offices.map((office) => ({ office, start, length: words.length, marked, slips })));
    }
  });
  return found;
}

/**
 * @param {string} folded
 * @param {Token[]} tokens
 * @param {Naming[]} kept
 * @param {string} mark
 */
function withMarks(folded, tokens, kept, mark) {
  const regions = new Map(kept.flatMap(({ start, length, marked }) => (marked ? [[start + length, marked]] : [])));
  let text = folded;
  for (const [end, marked] of [...regions].sort(([a], [b]) => b - a)) {
    text = text.slice(0, tokens[end - marked].start) + mark + text.slice(tokens[end - 1].end);
  }
  return text;
}

/**
 * Slips of a name that stands at a word of the question; Infinity if it is another, or no name there.
 * @param {string[]} typed
 * @param {number} start
 * @param {string[]} words
 * @param {Names} names
 */
function slipsAt(typed, start, words, names) {
  const there = words.map((_, n) => typed[start + n]);
  const isSure = words.some((word, n) => word === there[n]); // the other words are no others, then
  if (words.length === 1 && names.beside.has(words[0]) && !isPlace(words[0], typed, start, names)) return Infinity;
  let sum = 0;
  for (let n = 0; n < words.length && sum < Infinity; n++) {
    if (words[n] !== there[n]) sum += slipsIn(there[n], words[n], isSure, names);
  }
  return sum;
}

/**
 * @param {string} typed
 * @param {string} word
 * @param {boolean} isSure
 * @param {Names} names
 */
function slipsIn(typed, word, isSure, { slips, misleading, termOf }) {
  if (word.length < (isSure ? slips.sure : slips.one) || typed[0] !== word[0]) return Infinity;
  const limit = word.length < slips.two ? 1 : 2;
  const distance = editDistance(typed, word, limit);
  if (distance > limit) return Infinity;
  return isSure || ![typed, termOf(typed)].some((each) => misleading.has(each)) ? distance : Infinity;
}

/**
 * Whether a name that is an ordinary word as well is a place here, by the words around it.
 * @param {string} name
 * @param {string[]} typed
 * @param {number} at
 * @param {Names} names
 */
function isPlace(name, typed, at, { beside, before, after, locatives, termOf }) {
  const [last, next] = [typed[at - 1] ?? "", typed[at + 1] ?? ""].map((word) => word && termOf(word));
  const others = beside.get(name);
  if (others?.has(last) || others?.has(next)) return false;
  return locatives.includes(typed[at - 1]) || (before.has(last) && (/^\d*$/.test(next) || after.has(next)));
}
