/** Kinds of hits: entry, direct answer, referral. */

/**
 * Returns a hit's kind by its id. Twin of `kind_of` in `search/index/fields.py`.
 * @param {string} id
 * @param {{direct: string, referral: string}} prefixes of ids that are no entry's
 * @returns {"entry" | "direct" | "referral"}
 */
export function kindOf(id, { direct, referral }) {
  if (id.startsWith(direct)) return "direct";
  return id.startsWith(referral) ? "referral" : "entry";
}
