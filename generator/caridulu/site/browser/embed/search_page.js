/** The way to the site's own search page, where also the way to an officer is. */

import { element } from "../page/elements.js";

/**
 * What one language needs: addresses below `root`, and what stands behind that of an Indonesian page.
 * @typedef {{root: string, client: string, lang: string, search: string, mark: string}} Tongue
 */

/**
 * @param {string} words
 * @param {Tongue} tongue
 */
export function searchPage(words, { root, search }) {
  const address = new URL(search, root);
  if (words) address.searchParams.set("q", words);
  return address.href;
}

/**
 * @param {string} text
 * @param {string} words
 * @param {Tongue} tongue
 */
export function wayOn(text, words, tongue) {
  return element("p", {}, element("a", { href: searchPage(words, tongue) }, text));
}

/** @param {string} text */
export function said(text) {
  return element("p", { class: "said" }, text);
}
