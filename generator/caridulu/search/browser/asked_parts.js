/**
 * A query -> the words of it that say something, and the parts that ask.
 * Twin of `asked_parts.py`.
 */

import { ANNOUNCES, ASKS, CLAUSE, PART } from "./parameters.js";

/**
 * Leaves courtesies out of a query, and what only they and function words make. `isOpen`: the last
 * word is the last one written.
 * @param {import("./analyzer.js").Analyzer} analyzer
 * @param {string} text
 * @returns {{words: string[], parts: string[][], isOpen: boolean}}
 */
export function readAsked(analyzer, text) {
  const clauses = text.split(RegExp(CLAUSE)).map((clause) => analyzer.words(clause).join(" "));
  const said = " " + clauses.join(" " + PART + " ") + " ";
  const marked = said.replace(analyzer.courtesies, (one) => (one.includes(ANNOUNCES) ? ASKS : PART));
  const sections = marked.split(ASKS).map((section) =>
    section
      .split(PART)
      .map(wordsIn)
      .filter((part) => !part.every((word) => analyzer.isEmpty(word))),
  );
  const written = wordsIn(said.replaceAll(PART, ""));
  const parts = sections.findLast((section) => section.length);
  if (marked === said || !parts) return { words: written, parts: [written], isOpen: true };
  const words = sections.flat(2);
  return { words, parts, isOpen: words.at(-1) === written.at(-1) };
}

/** @param {string} text words with spaces between @returns {string[]} */
const wordsIn = (text) => text.split(" ").filter(Boolean);
