/** Whether words hold what belongs to one person: told by its shape, as far as a shape can tell. */

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
