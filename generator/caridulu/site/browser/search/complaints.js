/** Whether a search is about complaints or misconduct: told by what it finds, not by its words. */

/** @typedef {{id: string, score: number}} Hit */

const NEAREST = 5; // hits that are looked at
// A hit with this share of the best score decides which channels are offered first. Of the 1,468
// phrasings of the first office's entries it is true of all 63 about complaints and no other; that
// a complaint is among the nearest hits at all, of 48 others, which are just not kept.
const SHARE = 1 / 2;

/**
 * @param {Hit[]} hits
 * @param {string[]} complaints ids of what is about complaints
 * @returns {{touches: boolean, complains: boolean}} whether such a hit is near; and near the best
 */
export function complaintsIn(hits, complaints) {
  const found = hits.slice(0, NEAREST).filter(({ id }) => complaints.includes(id));
  return { touches: found.length > 0, complains: found.some(({ score }) => score >= hits[0].score * SHARE) };
}
