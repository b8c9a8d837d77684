/** How far the best entry answers a query. Twin of `outcome.py`. */

export const WHOLE = 16;
const ANSWERED_SHARE = 12;
const LEAD_SHARE = 8;
const LEAST_SHARE = 8;
const WEAK_SHARE = 3;
const FULL_PART = 24;
const WEAK_WORD_DIVISOR = 4;
export const GAP = "?";
const MAX_FORM = 5;

/** @typedef {import("./ranking.js").Index} Index */
/** @typedef {import("./ranking.js").Slot} Slot */
/** @typedef {import("./ranking.js").Candidate} Candidate */
/** @typedef {import("./shards.js").Term} Term */

/**
 * Whether the best entry holds enough of what was asked.
 * @param {Index} index
 * @param {string[]} words
 * @param {Slot[]} slots
 * @param {import("./ranking.js").Hit[]} hits the two best at least, if there are two
 */
export function outcomeOf(index, words, slots, [first, second]) {
  let asked = 0;
  let found = 0;
  for (const slot of slots) {
    const weight = wordWeight(index, slot);
    asked += FULL_PART * weight;
    found += weight * Math.max(0, ...slot.candidates.map((c) => presence(slot, c, first?.entry)));
  }
  const share = Math.floor(found / (asked || 1));
  const lead = second ? Math.floor((LEAD_SHARE * (first.score - second.score)) / first.score) : 0;
  const answered = share >= LEAST_SHARE && share + lead >= ANSWERED_SHARE;
  if (answered) return namesAGap(index, words) ? "weak" : "answered";
  return share >= WEAK_SHARE ? "weak" : "nothing";
}

/**
 * How much of a word is in an entry.
 * @param {Slot} slot
 * @param {Candidate} candidate
 * @param {number} entry
 */
function presence({ word, known }, { term, weight, read, completion }, entry) {
  const found = weight * Math.min(partOf(term, entry), FULL_PART);
  return completion && !known ? Math.floor((found * word.length ** 2) / read.length ** 2) : found;
}

/**
 * @param {Index} index
 * @param {Slot} slot
 */
export function wordWeight({ analyzer, places, unknownIdf }, { word, known, candidates }) {
  const name = candidates[0]?.name ?? word;
  if (analyzer.silent.has(word) || places.has(name) || /^(19|20)\d\d$/.test(word)) return 0;
  const rarity = known ? candidates[0].term.idf : unknownIdf;
  return analyzer.weak.has(word) ? Math.max(1, Math.floor(rarity / WEAK_WORD_DIVISOR)) : rarity;
}

/**
 * Whether the query names an idea of the lexicon that no entry is about.
 * @param {Index} index
 * @param {string[]} words
 */
function namesAGap({ analyzer, shards }, words) {
  const terms = words.map((word) => analyzer.term(word));
  return terms.some((first, start) =>
    terms
      .slice(start, start + MAX_FORM)
      .some((_, n, form) => shards.term([GAP, ...form.slice(0, n + 1)].join(" "))),
  );
}

/** @param {Index} index @param {string[]} words */
export function isGreeting({ analyzer }, words) {
  const { greetings, silent, weak } = analyzer;
  /** @param {string} word */
  const greets = (word) => greetings.has(word) || silent.has(word);
  return words.some(greets) && words.every((word) => greets(word) || weak.has(word));
}

/**
 * @param {Term} term
 * @param {number} entry
 */
export function partOf({ entries, parts }, entry) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle] < entry) low = middle + 1;
    else high = middle;
  }
  return entries[low] === entry ? parts[low] : 0;
}
