/** Which offices a question names, also by a misspelt name, or by one that is an ordinary word as well. */

import { costOf } from "./place_spelling.js";

/**
 * What is known of names. A word of so many letters may have one slip, `sure` beside
 * one without, or `two`.
 * @typedef {{byLetter: Map<string, Name[]>, known: Set<string>, misleading: Set<string>, beside: Map<string, Set<string>>,
 *   before: Set<string>, after: Set<string>, slips: Record<"sure" | "one" | "two" | "apart" | "apartOne", number>, mark: string,
 *   areas: Record<string, string>, areaWords: string[], locatives: string[], kindsAfter: string[],
 *   termOf: (word: string) => string}} Names
 * @typedef {{words: string[], joined: string, area: number, own: string, isRegion: boolean, isAcronym: boolean,
 *   offices: number[]}} Name how many of its words say the kind of area, the others joined, whether they are its
 *   region's own name; numbers of the offices that have it
 * @typedef {{text: string, start: number, end: number}} Token of the question, with its place there
 * @typedef {{offices: number[], start: number, length: number, marked: number, cost: number}} Naming a name that
 *   stands in the question: from which token on, of how many, how many of these are the region's name
 */

/**
 * Numbers of the offices that the question names, in its order, and the question with the mark in the place of
 * their regions' names. Of names at one place counts the one of most words, then the nearest.
 * @param {string} query
 * @param {Names} names
 */
export function readPlaces(query, names) {
  const folded = fold(query);
  const tokens = [...folded.matchAll(/[0-9a-z]+/g)].map(({ 0: text, index = 0 }) => ({
    text: names.areas[text] ?? text.replace(/^([a-z]+)2$/, "$1$1"), // bau2 is baubau
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
  kept.sort((a, b) => a.start - b.start);
  return { named: [...new Set(kept.flatMap(({ offices }) => offices))], marked: withMarks(folded, tokens, kept, names.mark) };
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
const byWords = (a, b) => b.length - a.length || a.cost - b.cost || a.start - b.start;

/**
 * Names by their first letter, which is never misspelt, a name of several offices once; and all words of names.
 * @param {{named: string[], acronyms: string[], places: string[]}[]} offices
 */
export function namesOf(offices) {
  /** @type {Map<string, Name>} */
  const all = new Map();
  offices.forEach(({ named, acronyms, places }, office) => {
    const length = named[0].split(" ").length;
    for (const text of [...named, ...acronyms, ...places]) {
      const words = text.split(" ");
      const isRegion = !places.includes(text);
      const area = isRegion ? Math.max(0, words.length - length) : 0;
      const joined = words.join("");
      const own = words.slice(area).join("");
      const isAcronym = acronyms.includes(text);
      const name = all.get(text) ?? { words, joined, area, own, isRegion, isAcronym, offices: [] };
      name.offices.push(office);
      all.set(text, name);
    }
  });
  /** @type {Map<string, Name[]>} */
  const byLetter = new Map();
  for (const [text, name] of all) byLetter.set(text[0], [...(byLetter.get(text[0]) ?? []), name]);
  const every = [...all.values()];
  return { byLetter, known: new Set(every.flatMap(({ words, joined }) => [...words, joined])) };
}

/**
 * A name may stand there in one word less or more than it has.
 * @param {string[]} typed
 * @param {Names} names
 */
function namings(typed, names) {
  /** @type {Naming[]} */
  const found = [];
  typed.forEach((word, start) => {
    for (const name of names.byLetter.get(word[0]) ?? []) {
      const count = name.words.length;
      const least = Math.max(1, count - 1);
      const isArea = names.areaWords.includes(word) && word !== name.words[0]; // "kota baru" is not Kotabaru
      const most = Math.min(isArea ? count : count + 1, typed.length - start);
      for (let length = least; length <= most; length++) {
        const cost = costOf(typed.slice(start, start + length), name, names);
        if (cost === Infinity || !isPlace(name, typed, start, length, names)) continue;
        const area = typed.slice(start, start + name.area).filter((each) => !names.areaWords.includes(each)).length;
        const marked = name.isRegion ? Math.max(1, length - area) : 0; // "kota" is of the name, "bps" is not
        found.push({ offices: name.offices, start, length, marked, cost });
      }
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
 * Whether a name stands here by the words around it, if it is an ordinary word as well.
 * @param {Name} name
 * @param {string[]} typed
 * @param {number} at
 * @param {number} length
 * @param {Names} names
 */
function isPlace({ words }, typed, at, length, { byLetter, beside, before, after, locatives, kindsAfter, termOf }) {
  const others = beside.get(words.join(" "));
  if (!others) return true;
  const [word, follower] = [typed[at - 1] ?? "", typed[at + length] ?? ""];
  const [last, next] = [word, follower].map((each) => each && termOf(each));
  if (others.has(last) || others.has(next)) return false;
  if (locatives.includes(word) || kindsAfter.includes(follower)) return true;
  const isLast = /^\d*$/.test(follower) || byLetter.get(follower[0])?.some((name) => name.words[0] === follower);
  return words.length === 1 && before.has(last) && (isLast || after.has(next));
}
