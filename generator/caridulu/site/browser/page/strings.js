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

const LONG = 80; // letters: two or three lines on a telephone

/**
 * Shortens the typed text for a heading; of a pasted message only the beginning is left.
 * @param {string} text
 * @returns {string}
 */
export function beginning(text) {
  const letters = Array.from(text);
  return letters.length <= LONG ? text : `${letters.slice(0, LONG - 1).join("").trimEnd()}…`;
}
