/** Telephone numbers within a text, as links. */

import { element } from "../page/elements.js";
import { fill } from "../page/strings.js";

/**
 * Makes the nodes of a text whose telephone numbers are links.
 * @param {string} text
 * @param {Record<string, string> | undefined} addresses of the answer's numbers
 * @param {{name: string, lang: string}} call what a link is called, and in which language
 * @param {(words: string) => (Node | string)[]} [shown] the words between them
 * @returns {(Node | string)[]}
 */
export function withTelephones(text, addresses, { name, lang }, shown = (words) => [words]) {
  return atTelephones(text, addresses).flatMap(({ text: piece, address }) =>
    address
      ? [element("a", { class: "tel", href: address, "aria-label": fill(name, { number: piece }), lang }, piece)]
      : shown(piece),
  );
}

/**
 * Cuts a text at the numbers that its answer links, each where it stands by itself.
 * @param {string} text
 * @param {Record<string, string>} [addresses] by number as written
 * @returns {{text: string, address: string}[]} with an empty address between them
 */
export function atTelephones(text, addresses = {}) {
  const numbers = Object.keys(addresses).sort((one, other) => other.length - one.length);
  if (!numbers.length) return [{ text, address: "" }];
  const pieces = text.split(new RegExp(`(${numbers.map(alone).join("|")})`));
  return pieces.map((piece, n) => ({ text: piece, address: n % 2 ? addresses[piece] : "" })).filter((piece) => piece.text);
}

/**
 * The pattern of a number that stands by itself.
 * @param {string} number
 */
function alone(number) {
  return number.replace(/[^\d ]/g, "\\$&").replace(/^\d/, "\\b$&").replace(/\d$/, "$&\\b");
}
