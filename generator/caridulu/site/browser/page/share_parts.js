/** Parts shared by the buttons below an answer. */

/**
 * Marks an element as written in the language of the scripts.
 * @template {HTMLElement} T
 * @param {T} node
 * @param {string} lang
 */
export function spoken(node, lang) {
  if (lang !== document.documentElement.lang) node.lang = lang;
  return node;
}
