/** Tells by the hits of a search whether it is about complaints or misconduct. */

// Share of the best score. Of the first office's phrasings, each left out of the index, 285 of 424
// about complaints have a hit like this and 71 of 12,990 others; at a half 287 and 162.
const NEAR_BEST = 2 / 3;

/**
 * What is only near a complaint for want of an answer is none, unless it says no other word: an office
 * of few entries has nothing else for "denda telat"; "kecewa" alone is one.
 * @param {{outcome: string, missing?: string[], hits: {id: string, score: number}[]}} found the best
 *   hit first; what is missing are words that it has not
 * @param {string[]} complaints ids of what is about complaints
 */
export function isForComplaints({ outcome, missing, hits }, complaints) {
  const isNear = (/** @type {{id: string, score: number}} */ { id, score }) =>
    complaints.includes(id) && score >= hits[0].score * NEAR_BEST;
  return (outcome === "answered" || !missing?.length) && hits.some(isNear);
}
