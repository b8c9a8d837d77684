/** The way to a person below the results of a search. */

import { element } from "../page/elements.js";
import { root } from "../page/root.js";
import { config, strings } from "../values/search_config.js";

/**
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Context} Context
 */

/**
 * The way to a person below all hits: folded, but not for who complains.
 * @param {Result} result
 * @param {Context} context
 */
export function lastResort({ complains, complete, handover }, context) {
  if (!complete) return null; // all hits are drawn anew in a moment; what was unfolded would be folded
  return complains ? handoverNode(handover, strings.browser_complain) : foldedHandover(context);
}

/** @param {Context} context */
export function foldedHandover({ onHandover }) {
  const place = element("div");
  const details = /** @type {HTMLDetailsElement} */ (
    element("details", { class: "more-help" }, element("summary", {}, strings.browser_ask_more), place)
  );
  details.addEventListener("toggle", () => details.open && onHandover(place), { once: true });
  return details;
}

/**
 * @param {Node[] | null} nodes null when the hand-over could not be fetched
 * @param {string} [name]
 */
export function handoverNode(nodes, name = strings.browser_ask) {
  const ways = nodes ?? plainContacts();
  return element("div", { class: "handover" }, element("h3", {}, name), ...ways);
}

/**
 * Lists plain addresses, for when the scripts of the way to a person cannot be fetched.
 * @returns {Node[]}
 */
export function plainContacts() {
  const rows = config.contacts.map((/** @type {{label: string, address: string, url: string | null}} */ each) =>
    element("li", {}, `${each.label}: `, each.url ? element("a", { href: each.url }, each.address) : each.address),
  );
  const page = element("a", { href: new URL(config.contact, root).href }, strings.browser_contact);
  return [element("ul", {}, ...rows, element("li", {}, page))];
}
