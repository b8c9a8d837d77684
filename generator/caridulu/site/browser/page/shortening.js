/** Texts that are too long for where they stand. */

/**
 * Cuts a text to `length` characters.
 * @param {string} text
 * @param {number} length
 * @returns {string}
 */
export function cut(text, length) {
  const letters = Array.from(text);
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join("").trimEnd()}…`;
}

/**
 * Shortens the typed text for a heading to two or three lines of a telephone; of a pasted message
 * only the beginning is left.
 * @param {string} text
 */
export const beginning = (text) => cut(text, 80);
