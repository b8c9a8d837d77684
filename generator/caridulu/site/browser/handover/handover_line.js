/**
 * The lines by which an officer counts messages.
 * Twin of `curation/exports/handover_line.py`, which describes them and gives the constants.
 */

import { cut } from "../page/shortening.js";
import { oneLine } from "../page/strings.js";

/**
 * @typedef {{version: string, noSearch: string, outcomes: Record<string, string>,
 *   purposes: Record<string, string>, latest: number, piece: number}} LineFormat
 */

/**
 * Joins the latest searches into one line.
 * @param {string[]} searches
 * @param {LineFormat} format
 * @returns {string}
 */
export function searchLine(searches, { latest, piece }) {
  return searches
    .slice(-latest)
    .map((search) => shorten(search.replaceAll("|", "/"), piece))
    .join(" | ");
}

/**
 * Puts a text on one line and cuts it to `length` characters.
 * @param {string} text
 * @param {number} length
 * @returns {string}
 */
export const shorten = (text, length) => cut(oneLine(text), length);

/**
 * Gives the code for a search line.
 * @param {string} topic
 * @param {string | undefined} outcome of the last search
 * @param {string} line
 * @param {LineFormat} format
 * @returns {string}
 */
export function code(topic, outcome, line, { version, purposes, outcomes, noSearch }) {
  const check = fnv1a(line.toLowerCase()).toString(16).padStart(8, "0");
  return [version, purposes[topic], outcome ? outcomes[outcome] : noSearch, check].join("-");
}

/**
 * Computes the 32-bit FNV-1a hash of the UTF-8 bytes of `text`.
 * @param {string} text
 * @returns {number}
 */
export function fnv1a(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}
