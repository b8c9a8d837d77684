/** How the words of a search were read, and the way to have them read otherwise. */

import { button, element } from "../page/elements.js";
import { beginning } from "../page/shortening.js";
import { fill } from "../page/strings.js";
import { strings } from "../values/search_config.js";

/**
 * Says how the words were corrected, or that they were left alone; nothing where nobody need know.
 * @param {{query: string, corrections: import("./results.js").Correction[], exact: boolean}} result
 * @returns {[said: string, undo: string] | null}
 */
export function correctionWords({ query, corrections, exact }) {
  if (!exact && corrections.length === 0) return null;
  const readAs = new Map(corrections.map(({ from, to }) => [from, to]));
  const typed = query.split(/(\s+)/);
  const read = typed.map((word) => readAs.get(word.toLowerCase()) ?? word);
  // Of a pasted message the piece that begins where it was read otherwise.
  const start = beginning(query) === query ? 0 : Math.max(0, read.findIndex((word, n) => word !== typed[n]));
  const piece = (/** @type {string[]} */ whole) => beginning((start ? "… " : "") + whole.slice(start).join(""));
  return exact
    ? [fill(strings.browser_exactly, { query: piece(typed) }), strings.browser_inexact]
    : [fill(strings.browser_corrected, { query: piece(read) }), fill(strings.browser_exact, { query: piece(typed) })];
}

/**
 * Shows how the words were corrected, with a button to search for them as typed.
 * @param {import("./results.js").Result} result
 * @param {import("./results.js").Context} context
 */
export function correctionNode(result, { onExact }) {
  const words = correctionWords(result);
  if (!words) return null;
  const [said, undo] = words;
  return element("p", { class: "corrected" }, said, " ", button(undo, "link", () => onExact(!result.exact)));
}
