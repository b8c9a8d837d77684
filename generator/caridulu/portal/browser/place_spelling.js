/** How near typed words come to a name of a place: misspelt, shortened, written together or apart. */

import { editDistance, skeleton, VOWEL } from "./spelling.js";

/** @typedef {import("./places.js").Name} Name */
/** @typedef {import("./places.js").Names} Names */

const MOST_SLIPS = 2;
const SLIP = 2; // cost of a slip; one less if all consonants stand, and as much as two letters that were left out

/**
 * What it costs to read typed words as a name; Infinity if they are none.
 * @param {string[]} there
 * @param {Name} name
 * @param {Names} names
 */
export function costOf(there, name, names) {
  if (there.length === name.words.length && !name.isAcronym) return costOfWords(there, name, names);
  const { words, area, own, joined, isAcronym } = name;
  const isApart = there.length > words.length;
  const text = there.join("");
  if ((isApart && own.length < names.slips.apart) || Math.abs(text.length - joined.length) > MOST_SLIPS) return Infinity;
  if (text === joined) return 0;
  const isOther = words.slice(0, area).some((word, n) => word !== there[n]);
  if (isAcronym || isOther || own.length < (isApart ? names.slips.apartOne : names.slips.two)) return Infinity;
  return costOfSlips(there.slice(area).join(""), own, names);
}

/**
 * Each word by itself. Beside an exact word, short ones may have a slip, and words may be shortened;
 * even a word of the language may be a slip there, unless the exact one is such a word, too.
 * @param {string[]} there
 * @param {Name} name
 * @param {Names} names
 */
function costOfWords(there, { words, area }, names) {
  const { slips, beside, areaWords } = names;
  const exact = words.map((word, n) => word === there[n]);
  const isSure = words.some((word, n) => exact[n] && n >= area && !beside.has(word));
  const isOfArea = exact[0] && areaWords.includes(words[0]);
  const least = exact.includes(true) ? slips.sure : slips.one;
  const costs = words.map((word, n) => {
    if (exact[n]) return 0;
    if (word.length < least) return Infinity;
    const isRead = isSure || (isOfArea && word.length > slips.one);
    return isRead || !isMisleading(there[n], names) ? costOfSlips(there[n], word, names) : Infinity;
  });
  const own = there.slice(area);
  const isLikely = costs.slice(area).some((cost) => cost < Infinity) || (own.length > 1 && own.every(isVowelless));
  return words.reduce((sum, word, n) => {
    const isShort = costs[n] === Infinity && isLikely && isShortened(there[n], word, slips.sure);
    return sum + (isShort ? word.length - there[n].length : costs[n]);
  }, 0);
}

/**
 * @param {string} typed
 * @param {Names} names
 */
const isMisleading = (typed, { misleading, termOf }) => [typed, termOf(typed)].some((each) => misleading.has(each));

/**
 * A word that is one of another name is no slip.
 * @param {string} typed
 * @param {string} word
 * @param {Names} names
 */
function costOfSlips(typed, word, { slips, known }) {
  if (typed[0] !== word[0] || Math.abs(typed.length - word.length) > MOST_SLIPS || known.has(typed)) return Infinity;
  const isSounding = skeleton(typed) === skeleton(word);
  const limit = word.length < slips.two - (isSounding ? 1 : 0) ? 1 : MOST_SLIPS;
  const distance = editDistance(typed, word, limit);
  return distance > limit ? Infinity : distance * SLIP - (isSounding ? 1 : 0);
}

/** @param {string} typed */
const isVowelless = (typed) => !VOWEL.test(typed.slice(1));

/**
 * Whether a word is the beginning of another, or some of its consonants after its first letter.
 * @param {string} typed
 * @param {string} word
 * @param {number} least letters of it
 */
function isShortened(typed, word, least) {
  if (typed.length < least || typed.length >= word.length) return false;
  if (word.startsWith(typed)) return true;
  if (typed[0] !== word[0] || !isVowelless(typed)) return false;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length;
}
