/** Parts of a page that work only with scripts, and are therefore not in the page. */

import { words } from "../values/page_words.js";
import { element } from "./elements.js";

export const root = new URL(document.body.dataset.root ?? "./", location.href);

/**
 * An element in the language of the scripts.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function part(tag, attributes, ...children) {
  const node = element(tag, attributes, ...children);
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
  return new Date(moment).toLocaleDateString(words.lang, { dateStyle: "long" });
}
