/** Which office's version of an answer is shown, and which answers come first. */

const NEAR = 2; // what a named office has comes first if it scores a half of the best or more

/**
 * @typedef {{id: string, title: string, score: number, snippet: string, note: string}} Hit
 * @typedef {{named: number[], preferred?: number, national?: number | null}} Wanted numbers of offices
 * @typedef {{hit: Hit, office: number, same: number, adjusted: number, isAdjusted: boolean}} Answer
 */

/**
 * Numbers written as `0-3,7`.
 * @param {string} text
 * @returns {number[]}
 */
export function numbersOf(text) {
  return text.split(",").flatMap((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
}

/**
 * Each hit with the office to which it leads: a named one, the visitor's, the national one, or the
 * first that has it.
 * @param {Hit[]} hits
 * @param {Wanted} wanted
 * @returns {Answer[]}
 */
export function answersOf(hits, { named, preferred, national }) {
  const wished = [...named, preferred, national];
  const answers = hits.map((hit) => {
    const [same, adjusted = []] = hit.note.split(";").map(numbersOf);
    const all = [...same, ...adjusted];
    const office = wished.find((each) => all.includes(/** @type {number} */ (each))) ?? same[0];
    return { hit, office, same: same.length, adjusted: adjusted.length, isAdjusted: adjusted.includes(office) };
  });
  /** @param {Answer} answer */
  const isFirst = ({ hit, office }) => named.includes(office) && hit.score * NEAR >= hits[0].score;
  return [...answers.filter(isFirst), ...answers.filter((answer) => !isFirst(answer))];
}
