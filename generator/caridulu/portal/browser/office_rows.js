/** Columns of the table of offices -> a row for each office. Twin of `office_rows.py`, which says how they are written. */

import { foldedWords } from "./places.js";

/**
 * @typedef {{id: string, url: string, ask: string, name: string, short: string, region: string,
 *   place: string, named: string[], acronyms: string[], places: string[]}} Office
 */

/**
 * @param {Record<string, string>} columns
 * @returns {Office[]}
 */
export function officesOf(columns) {
  const lines = Object.entries(columns).map(([name, text]) => /** @type {const} */ ([name, text.split("\n")]));
  return lines[0][1].map((_, number) => {
    /** @type {Record<string, string>} */
    const row = {};
    for (const [name, texts] of lines) {
      row[name] = texts[number].replace(/\r(\w+)\r/, (_, column) => row[column]);
    }
    const named = row.named ? row.named.split("|") : usualNames(row);
    const [acronyms, places] = [row.acronyms, row.places].map((text) => text.split("|").filter(Boolean));
    return /** @type {Office} */ (/** @type {unknown} */ ({ ...row, named, acronyms, places }));
  });
}

/** @param {Record<string, string>} row */
function usualNames({ place, region, short }) {
  const [name, whole, called] = [place, region, short].map((text) => foldedWords(text).join(" "));
  const [first] = called.split(" ");
  return [...new Set([name, whole, `${first} ${name}`, `${first} ${whole}`])];
}
