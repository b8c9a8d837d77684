/** Which searches of a visit are kept for a later message. */

import { holdsPersonalNumber } from "../search/personal_numbers.js";
import { forgetVisit, keepVisit, thisVisit } from "./visit.js";

/**
 * Keeps a search, to offer it for a later message. What is asked of others is not kept, nor what names
 * a person by a number; what is about complaints ends the visit so far.
 * @param {string} query
 * @param {{greeting?: unknown, touches: boolean, outcome: string}} found
 */
export function noteSearch(query, { greeting, touches, outcome }) {
  if (greeting) return;
  if (touches) return forgetVisit();
  if (holdsPersonalNumber(query)) return;
  const { searches, readEntries } = thisVisit();
  const others = searches.filter((each) => !query.startsWith(each)); // this one continues those
  keepVisit({ searches: outcome === "referral" ? others : [...others, query], readEntries });
}
