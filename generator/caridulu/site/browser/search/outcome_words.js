/** What is said of an outcome: above the hits, and to who cannot see them. */

import { beginning } from "../page/shortening.js";
import { fill } from "../page/strings.js";

export const NEAR = 4; // hits shown when none of them is sure
const MOST_MISSING = 3; // words that are named

/** @param {string[]} texts */
export const quoted = (texts) => texts.map((text) => `“${text}”`).join(", ");

/**
 * Names the words that no answer here is about.
 * @param {{unknown: string[]}} found
 * @param {Record<string, string>} strings
 */
export function weakHeading({ unknown }, strings) {
  if (unknown.length === 0) return strings.browser_weak;
  return fill(strings.browser_missing, { words: quoted(unknown.slice(0, MOST_MISSING).map(beginning)) });
}

/**
 * Announces hits to screen readers.
 * @param {{greeting?: string | boolean, outcome: string, hits: unknown[], unknown: string[]}} found
 * @param {Record<string, string>} strings
 * @returns {string}
 */
export function announcement(found, strings) {
  const { greeting, outcome, hits } = found;
  if (greeting) return strings.browser_greeting;
  if (outcome === "nothing" || hits.length === 0) {
    const near = hits.length ? ` ${strings.browser_near}: ${Math.min(hits.length, NEAR)}.` : "";
    return strings.browser_announce_nothing + near;
  }
  if (outcome === "weak") return fill(strings.browser_announce_weak, { heading: weakHeading(found, strings) });
  if (outcome === "referral") return strings.browser_announce_referral;
  return fill(strings.browser_announce, { count: hits.length });
}
