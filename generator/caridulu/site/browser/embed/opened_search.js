/** The site's search, fetched over from another site: the client with its sentences, and the index. */

import { embed } from "../values/embed.js";

/** @typedef {typeof import("./answers.js")} Answers */
/** @typedef {{answers: Answers, search: (words: string, options: {limit: number}) => Promise<any>}} OpenedSearch */

/**
 * Fetches the client and the manifest side by side; no cookie and no address of the page around travels.
 * @param {import("./search_page.js").Tongue} tongue
 * @returns {Promise<OpenedSearch>}
 */
export async function openedSearch({ root, client }) {
  const folder = root + embed.index;
  const manifest = `${folder}manifest.json`;
  const first = get(manifest);
  first.catch(() => {}); // the client says what is wrong
  const answers = await import(root + client);
  const fetch = (/** @type {string} */ address) => (address === manifest ? first : get(address));
  const { search } = await answers.openIndex(folder, { fetch });
  return { answers, search };
}

/** @param {string} address */
function get(address) {
  return fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
}
