/** The address of a search, so that results can be shared and come back with "Back". */

import { element } from "../page/elements.js";
import { config } from "../values/search_config.js";
import { currentParams } from "./search_params.js";

/**
 * What is asked for beside the words: spelling left alone, more hits, hits of one topic.
 * @typedef {{exact: boolean, more: boolean, topic: string}} Options
 */

/**
 * `base` with a search in it.
 * @param {URL | string} base
 * @param {string} query
 * @param {Options} options
 * @returns {string}
 */
export function searchAddress(base, query, { exact, more, topic }) {
  const address = new URL(base);
  const values = { q: query, persis: exact ? "1" : "", banyak: more ? "1" : "", topik: topic };
  for (const [name, value] of Object.entries(values)) {
    if (query && value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  return address.href;
}

/**
 * The options of the current address, if it is about these words.
 * @param {string} query
 * @returns {Options}
 */
export function currentOptions(query) {
  const params = currentParams();
  const isSame = params.get("q") === query;
  return {
    exact: isSame && params.has("persis"),
    more: isSame && params.has("banyak"),
    topic: (isSame && params.get("topik")) || "",
  };
}

/**
 * Hands an address to the telephone's own sharing, or else to the clipboard, or else to the eye.
 * @param {string} url
 * @param {HTMLElement} status beside the button: what came of it
 */
export async function share(url, status) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    if (!navigator.clipboard) return showAddress(url, status); // only https has one
    await navigator.clipboard.writeText(url);
    status.textContent = config.strings.browser_shared;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name !== "AbortError") showAddress(url, status); // else they changed their mind
  }
}

/**
 * @param {string} url
 * @param {HTMLElement} status
 */
function showAddress(url, status) {
  const address = /** @type {HTMLInputElement} */ (element("input", { readonly: "", value: url }));
  status.replaceChildren(element("label", {}, `${config.strings.browser_share_copy} `, address));
  address.focus();
  address.select();
}
