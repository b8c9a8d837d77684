/** English titles of hits, fetched at the first search in English. */

import { load } from "../page/loader.js";

/** @type {Record<string, string>} */
let known = {};

/**
 * Fetches the questions once; without them hits keep their Indonesian titles.
 * @returns {Promise<void>}
 */
export async function loadTitles() {
  try {
    known = (await load("titles")).titles;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the network is gone
  }
}

/**
 * The English title; the Indonesian one where there is none.
 * @param {string[]} text an id and its title
 */
export const titleOf = ([id, title]) => known[id] ?? title;

/** @param {string} [id] */
export const titleLang = (id = "") => (id in known ? "en" : "id");
