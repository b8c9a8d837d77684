/** Numbers within a text that are called with one tap. */

import { element } from "../page/elements.js";
import { fill } from "../page/strings.js";

/**
 * A text whose numbers are links that say what they do.
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
  const pieces = [];
  let rest = text;
  while (rest) {
    const [at, number] = firstNumber(rest, Object.keys(addresses));
    if (at > 0) pieces.push({ text: rest.slice(0, at), address: "" });
    if (number) pieces.push({ text: number, address: addresses[number] });
    rest = rest.slice(at + number.length);
  }
  return pieces;
}

/**
 * @param {string} text
 * @param {string[]} numbers
 * @returns {[number, string]} where it begins, and the number; the text's end and nothing if none is there
 */
function firstNumber(text, numbers) {
  const found = numbers.map((number) => /** @type {[number, string]} */ ([placeOf(number, text), number]));
  const [first] = found.filter(([at]) => at >= 0).sort(([a, one], [b, other]) => a - b || other.length - one.length);
  return first ?? [text.length, ""];
}

/**
 * @param {string} number
 * @param {string} text
 */
function placeOf(number, text) {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = (text[at - 1] ?? "") + (text[at + number.length] ?? "");
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}
