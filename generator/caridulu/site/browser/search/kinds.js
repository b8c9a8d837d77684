/** What hits lead to. */

import { config } from "../values/search_config.js";

/**
 * Tells what a hit leads to. Twin of `kind_of` in `search/index/fields.py`.
 * @param {string} id
 * @returns {"entry" | "direct" | "referral"}
 */
export function kindOf(id) {
  const { direct, referral } = config.prefixes;
  if (id.startsWith(direct)) return "direct";
  return id.startsWith(referral) ? "referral" : "entry";
}
