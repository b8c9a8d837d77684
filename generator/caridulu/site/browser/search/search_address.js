/** The address and the title of a search: results can be shared, told apart, and come back with "Back". */

import { copy } from "../page/copying.js";
import { shareOr } from "../page/device_share.js";
import { element } from "../page/elements.js";
import { beginning } from "../page/shortening.js";
import { fill } from "../page/strings.js";
import { strings } from "../values/search_config.js";
import { currentParams } from "./search_params.js";

const [searchPage, ...office] = document.title.split(" · ");

/**
 * Options of a search beside its words: exact spelling, more hits, one topic.
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
 * Keeps what is asked for, so that "Back" from an answer brings it back. Other words than those that
 * the visitor stayed with get a place of their own, so that "Back" also leads to the search before.
 * @param {string} query
 * @param {Options} options
 * @param {boolean} isPublic whether it may stand in the address, which browsers remember
 */
export function keepInHistory(query, options, isPublic) {
  const hash = location.hash.startsWith("#q=") ? "" : location.hash; // what another site has sent along
  const address = searchAddress(location.origin + location.pathname + location.search + hash, query, options);
  const { asked: _, scrollY: __, ...place } = history.state ?? {}; // `search_screen.js` keeps its own there
  const isNew = "settled" in place && place.settled !== query;
  if (isNew) {
    delete place.settled;
    place.steps = (place.steps ?? 1) + 1; // back to the page behind the search
  }
  const keep = isNew ? history.pushState : history.replaceState;
  if (document.body.dataset.page !== "search" || !isPublic) {
    const state = { ...place, asked: new URL(address).search };
    keep.call(history, state, "", location.pathname + hash);
  } else if (history.state || address !== location.href) keep.call(history, place, "", address);
}

/**
 * Marks the present words as settled: the next words get a history entry of their own.
 * @param {string} query
 */
export function settleInHistory(query) {
  history.replaceState({ ...history.state, settled: query }, "");
}

/** Names the words of the search page's address in its title, and nothing that is not there. */
export function titleSearch() {
  if (document.body.dataset.page !== "search") return;
  const query = new URLSearchParams(location.search).get("q");
  const title = query ? fill(strings.browser_found, { query: beginning(query) }) : searchPage;
  document.title = [title, ...office].join(" · ");
}

/**
 * Shares an address by the device's dialog, or else copies it, or else shows it.
 * @param {string} url
 * @param {HTMLElement} status beside the button: what came of it
 */
export function share(url, status) {
  const field = /** @type {HTMLInputElement} */ (element("input", { readonly: "", value: url }));
  return shareOr({ title: document.title, url }, () =>
    copy(url, status, [strings.browser_shared, strings.browser_share_copy], field),
  );
}
