/** Tells by their form whether words contain a personal number or address. */

// And those of family cards: 16 digits, which two telephone numbers have not, and which four years only seem to be.
const IDENTITY_NUMBERS = /\b(?!(?:(?:19|20)\d\d\b[ .-]?){4})\d(?:[ .-]?\d){15}\b/g;
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
  return withoutIdentityNumbers(text) !== text || SHAPES.some((shape) => shape.test(text));
}

/**
 * @param {string} text
 * @returns {string}
 */
export function withoutIdentityNumbers(text) {
  return text.replace(IDENTITY_NUMBERS, "…");
}
