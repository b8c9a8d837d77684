/** Whether a search is for complaints or misconduct: told by what it finds, not by its words. */

// Share of the best score. Of the 9,055 phrasings of the first office's entries a hit like this has
// it in all 356 about complaints and in 21 others.
const NEAR_BEST = 1 / 2;

/**
 * What is only near a complaint for want of an answer is none: an office of few entries has nothing
 * else for "denda telat". Of the 356 this leaves out 4.
 * @param {{outcome: string, hits: {id: string, score: number}[]}} found the best hit first
 * @param {string[]} complaints ids of what is about complaints
 */
export function isForComplaints({ outcome, hits }, complaints) {
  const isNear = (/** @type {{id: string, score: number}} */ { id, score }) =>
    complaints.includes(id) && score >= hits[0].score * NEAR_BEST;
  return outcome === "answered" && hits.some(isNear);
}
