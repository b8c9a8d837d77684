/** Sentences of the message catalogue, filled in, and texts on one line. */

/**
 * @param {string} template
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function fill(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * @param {string} text
 * @returns {string}
 */
export function oneLine(text) {
  return text.trim().split(/\s+/).join(" ");
}
