/** Whether a search is for complaints or misconduct: told by what it finds, not by its words. */

// Share of the best score. Of the 1,468 phrasings of the first office's entries a hit like this has
// it in all 63 about complaints and in no other.
const CLOSE_BEHIND = 1 / 2;

/**
 * @param {{id: string, score: number}[]} hits the best first
 * @param {string[]} complaints ids of what is about complaints
 */
export function isForComplaints(hits, complaints) {
  return hits.some(({ id, score }) => complaints.includes(id) && score >= hits[0].score * CLOSE_BEHIND);
}
