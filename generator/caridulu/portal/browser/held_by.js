/** Which office's version of an answer is shown. */

/**
 * @typedef {{id: string, title: string, score: number, snippet: string, note: string}} Hit a shared entry
 * @typedef {{entries: Set<number>, own: Record<string, [string, string, string]>}} Holding what an office has: numbers
 *   of entries; its own id, question and snippet by the shared entry's id
 * @typedef {{hit: Hit, office: number, same: number, adjusted: number, isShared: boolean, isAdjusted: boolean}} Answer
 *   how many offices say it as it stands, and otherwise; whether they share it, whether this one has adjusted it
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
 * Each hit in the words of the office to which it leads: the first of `wished` that has it, or the
 * first of those that say it as it stands.
 * @param {Hit[]} hits
 * @param {number[]} wished numbers of offices
 * @param {Map<number, Holding>} holdings of some of them
 * @returns {Answer[]}
 */
export function answersOf(hits, wished, holdings) {
  return hits.map((hit) => {
    const [same, adjusted = []] = hit.note.split(";").map(numbersOf);
    const office = wished.find((each) => same.includes(each) || adjusted.includes(each)) ?? same[0];
    const [id, title, snippet] = holdings.get(office)?.own[hit.id] ?? [hit.id.split(":")[0], hit.title, hit.snippet];
    const isAdjusted = PACKAGED.test(hit.id) && adjusted.includes(office);
    const isShared = PACKAGED.test(hit.id) || !adjusted.length;
    return { hit: { ...hit, id, title, snippet }, office, same: same.length, adjusted: adjusted.length, isShared, isAdjusted };
  });
}
