/** Which office's version of an answer is shown. */

/**
 * @typedef {{entry: number, id: string, title: string, score: number, snippet: string, note: string}} Hit a shared
 *   entry; its note is `0 388 3 1`: the office to which it leads unless one is wished, how many offices say it as
 *   most do, how many otherwise if any do, and 1 if that office does
 * @typedef {{entries: Set<number>, adjusted: Set<number>, own: Record<string, [string, string?, string?]>}} Holding what
 *   an office has: numbers of entries, of those that it says otherwise; by the shared entry's id its own id, and its
 *   own question and snippet where they are others
 * @typedef {{hit: Hit, office: number, same: number, adjusted: number, isShared: boolean, isAdjusted: boolean}} Answer
 *   how many offices say it as most do, and otherwise; whether they share it, whether this one has adjusted it
 */

const PACKAGED = /:[^#]/; // id of an answer that comes from a package

/**
 * Numbers written as `0-3,7`.
 * @param {string} text
 * @returns {number[]}
 */
export function numbersOf(text) {
  if (!text) return [];
  return text.split(",").flatMap((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
}

/**
 * Each hit in the words of the office to which it leads: the first of those with a holding that has
 * it, or the one that its note names.
 * @param {Hit[]} hits
 * @param {Map<number, Holding>} holdings of the offices that are wished, in this order
 * @returns {Answer[]}
 */
export function answersOf(hits, holdings) {
  return hits.map((hit) => {
    const [first, same, adjusted = 0, leads = 0] = hit.note.split(" ").map(Number);
    const [office, holding] = [...holdings].find(([, { entries }]) => entries.has(hit.entry)) ?? [first];
    const [id, title = hit.title, snippet = hit.snippet] = holding?.own[hit.id] ?? [hit.id.split(":")[0]];
    const isAdjusted = PACKAGED.test(hit.id) && Boolean(holding ? holding.adjusted.has(hit.entry) : leads);
    const isShared = PACKAGED.test(hit.id) || !adjusted;
    return { hit: { ...hit, id, title, snippet }, office, same, adjusted, isShared, isAdjusted };
  });
}
