/** What the address says of the results, so that they can be shared and come back with "Back". */

import { askedHere } from "./asked.js";
import { element } from "./elements.js";

/**
 * What is asked for beside the words: spelling left alone, more hits, hits of one topic.
 * @typedef {{exact: boolean, more: boolean, topic: string}} Wanted
 */

/**
 * `base` with what was asked for.
 * @param {URL | string} base
 * @param {string} query
 * @param {Wanted} wanted
 * @returns {string}
 */
export function addressOf(base, query, { exact, more, topic }) {
  const address = new URL(base);
  const values = { q: query, persis: exact ? "1" : "", banyak: more ? "1" : "", topik: topic };
  for (const [name, value] of Object.entries(values)) {
    if (query && value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  return address.href;
}

/**
 * What is asked for here, if it is about these words.
 * @param {string} query
 * @returns {Wanted}
 */
export function wantedHere(query) {
  const said = askedHere();
  const about = said.get("q") === query;
  return { exact: about && said.has("persis"), more: about && said.has("banyak"), topic: (about && said.get("topik")) || "" };
}

/**
 * Hands an address to the telephone's own sharing, or else to the clipboard, or else to the eye.
 * @param {string} url
 * @param {HTMLElement} place beside the button: what came of it
 * @param {Record<string, string>} strings
 */
export async function share(url, place, strings) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    if (!navigator.clipboard) return showAddress(url, place, strings); // only https has one
    await navigator.clipboard.writeText(url);
    place.textContent = strings.browser_shared;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name !== "AbortError") showAddress(url, place, strings); // else they changed their mind
  }
}

/**
 * @param {string} url
 * @param {HTMLElement} place
 * @param {Record<string, string>} strings
 */
function showAddress(url, place, strings) {
  const address = /** @type {HTMLInputElement} */ (element("input", { readonly: "", value: url }));
  place.replaceChildren(element("label", {}, `${strings.browser_share_copy} `, address));
  address.focus();
  address.select();
}
