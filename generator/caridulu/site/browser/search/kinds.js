/** What hits lead to. */

/**
 * Tells what a hit leads to. Twin of `kind_of` in `search/index/fields.py`.
 * @param {string} id
 * @param {{direct: string, referral: string}} prefixes of ids that are no entry's
 * @returns {"entry" | "direct" | "referral"}
 */
export function kindOf(id, { direct, referral }) {
  if (id.startsWith(direct)) return "direct";
  return id.startsWith(referral) ? "referral" : "entry";
}
