/** Parts of a page that work only with scripts, and are therefore not in the page. */

import { words } from "../values/page_words.js";
import { dateLocale } from "./date_locale.js";
import { element } from "./elements.js";
import { root } from "./root.js";

/**
 * Marks an element as written in the language of the scripts.
 * @template {HTMLElement} T
 * @param {T} node
 */
export function inLanguage(node) {
  if (words.lang !== document.documentElement.lang) node.lang = words.lang;
  return node;
}

/**
 * A link to a site path.
 * @param {string} path
 * @param {string} text
 */
export function link(path, text) {
  return /** @type {HTMLAnchorElement} */ (element("a", { href: new URL(path, root).href }, text));
}

/** @param {string | number} moment */
export function longDate(moment) {
  return new Date(moment).toLocaleDateString(dateLocale(words.lang), { dateStyle: "long" });
}
