/** Tells by their form whether words contain a personal number or address. */

const SHAPES = [
  /(?:\d[.-]?){10}/, // identity cards, family cards, accounts
  /(?:\+62|\b0)[ .-]?8(?:[ .-]?\d){7}/, // mobile telephones, also with spaces
  /[^\s@]@[^\s@]+\.[^\s@]/, // mailboxes
];

/**
 * @param {string} text
 * @returns {boolean}
 */
export function holdsPersonalNumber(text) {
  return SHAPES.some((shape) => shape.test(text));
}
