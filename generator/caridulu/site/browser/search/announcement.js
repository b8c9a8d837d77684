/** The announcement of hits for screen readers. */

import { fill } from "../page/strings.js";

/**
 * @param {{greeting?: string | boolean, outcome: string, hits: unknown[]}} found
 * @param {Record<string, string>} strings
 * @returns {string}
 */
export function announcement({ greeting, outcome, hits }, strings) {
  if (greeting) return strings.browser_greeting;
  if (outcome === "nothing" || hits.length === 0) return strings.browser_announce_nothing;
  if (outcome === "weak") return strings.browser_announce_weak;
  if (outcome === "referral") return strings.browser_announce_referral;
  return fill(strings.browser_announce, { count: hits.length });
}
