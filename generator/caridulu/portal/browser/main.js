/** What a portal's pages do: the box searches in its place, an office's page offers to put it first. */

import { button, element } from "../page/elements.js";
import { root } from "../page/root.js";
import { fill, oneLine } from "../page/strings.js";
import { openIndex } from "../search/client.js";
import { currentParams } from "../search/search_params.js";
import { portal } from "../values/portal.js";
import { strings } from "../values/search_config.js";
import { preferOffice, preferredOffice } from "./preferred.js";
import { openPortal } from "./portal_search.js";
import { resultNodes } from "./portal_results.js";

const TYPING_PAUSE = 100; // ms: a search per pause, not per letter
const MORE = 30; // answers, for who wants more
const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
const keeper = /** @type {HTMLElement | null} */ (document.querySelector("#utamakan"));
const open = () => openPortal(root.href, portal, { openIndex, fetch: (address) => fetch(address) });

if (box?.form) connectSearch(box, box.form);
if (keeper) showPreference(keeper);

/**
 * Answers stand on the page where the box is. What is typed stays out of addresses: it is kept in
 * this page's place in the history, for "Back" and reloading, which no server sees.
 * @param {HTMLInputElement} input
 * @param {HTMLFormElement} form
 */
function connectSearch(input, form) {
  const place = element("section", { class: "results", "aria-label": strings.results_label });
  const status = element("p", { class: "sr", role: "status" });
  /** @type {ReturnType<typeof openPortal> | undefined} */
  let opened;
  let latest = 0;
  let typing = 0;
  place.hidden = true;
  document.querySelector(".unscripted")?.remove();
  document.querySelector("#isi > .wrap")?.prepend(status, place);
  Object.assign(input, { autocomplete: "off", autocapitalize: "none", spellcheck: false, enterKeyHint: "search" });

  /** @param {number} [limit] */
  async function search(limit) {
    const query = oneLine(input.value);
    const turn = ++latest;
    clearTimeout(typing);
    rememberQuery(query);
    place.hidden = !query;
    if (!query) return place.replaceChildren();
    if (!place.hasChildNodes()) place.append(element("p", { class: "note" }, strings.browser_loading));
    try {
      opened ??= open();
      const index = await opened;
      const found = await index.search(query, preferredOffice(), limit);
      if (turn !== latest) return;
      const onForget = () => {
        preferOffice(null);
        search(limit);
      };
      const context = { national: index.national, onForget, onMore: () => search(MORE), isMore: limit === MORE };
      place.replaceChildren(...resultNodes(query, found, context).filter((node) => node !== null));
      status.textContent = announced(found);
    } catch (error) {
      console.error(error);
      opened = undefined;
      if (turn === latest) place.replaceChildren(failure());
    }
  }

  /** @param {{outcome: string, answers: unknown[]}} found */
  const announced = ({ outcome, answers }) =>
    outcome === "nothing" ? strings.browser_announce_nothing : fill(strings.browser_announce, { count: answers.length });

  function failure() {
    return element("p", {}, `${strings.search_failed} `, button(strings.browser_retry, "button plain", () => search()));
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await search();
    place.querySelector("h2")?.focus();
  });
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_PAUSE);
  });
  input.addEventListener("focus", () => (opened ??= open()).catch(() => (opened = undefined)), { once: true });
  addEventListener("popstate", ({ state }) => {
    if (state?.asked === undefined) return; // a link within the page
    input.value = currentParams().get("q") ?? "";
    search();
  });
  input.value ||= currentParams().get("q") ?? "";
  if (input.value) search();
}

/** @param {string} query */
function rememberQuery(query) {
  const asked = query ? `?${new URLSearchParams({ q: query })}` : "";
  const hash = location.hash.startsWith("#q=") ? "" : location.hash;
  history.replaceState({ asked }, "", location.pathname + hash);
}

/** @param {HTMLElement} place */
function showPreference(place) {
  const { id = "" } = place.dataset;
  /** @param {string | null} chosen */
  const choose = (chosen) => () => {
    preferOffice(chosen);
    showPreference(place);
    place.querySelector("button")?.focus();
  };
  const isChosen = preferredOffice() === id;
  place.replaceChildren(
    ...(isChosen ? [element("p", {}, strings.preferred)] : []),
    isChosen
      ? button(strings.prefer_no_more, "link", choose(null))
      : button(strings.prefer, "button plain", choose(id)),
  );
}
