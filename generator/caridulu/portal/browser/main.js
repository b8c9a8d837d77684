/** What a portal's pages do: the search page searches, an office's page offers to put it first. */

import { button, element } from "../page/elements.js";
import { fill } from "../page/strings.js";
import { strings } from "../values/portal.js";
import { preferOffice, preferredOffice } from "./preferred.js";
import { openPortal } from "./portal_search.js";
import { resultNodes } from "./portal_results.js";

const TYPING_PAUSE = 100; // ms: a search per pause, not per letter
const box = /** @type {HTMLInputElement} */ (document.querySelector("#q"));
const region = document.querySelector(".results");
const keeper = /** @type {HTMLElement | null} */ (document.querySelector("#utamakan"));

if (region) connectSearch(region);
if (keeper) showPreference(keeper);

/** @param {Element} place of the results */
function connectSearch(place) {
  /** @type {ReturnType<typeof openPortal> | undefined} */
  let opened;
  let latest = 0;
  let typing = 0;
  const status = document.querySelector("[role=status]");

  async function search() {
    const query = box.value.trim();
    const turn = ++latest;
    clearTimeout(typing);
    const address = new URL(location.href);
    address.search = query ? `?${new URLSearchParams({ q: query })}` : "";
    history.replaceState(null, "", address);
    if (!query) return place.replaceChildren();
    if (!place.hasChildNodes()) place.append(element("p", { class: "note" }, strings.browser_loading));
    try {
      opened ??= openPortal();
      const portal = await opened;
      const found = await portal.search(query, preferredOffice());
      if (turn !== latest) return;
      const forget = () => {
        preferOffice(null);
        search();
      };
      place.replaceChildren(...resultNodes(query, found, forget).filter((node) => node !== null));
      if (status) status.textContent = announced(found);
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
    return element("p", {}, `${strings.search_failed} `, button(strings.browser_retry, "button plain", search));
  }

  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  box.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_PAUSE);
  });
  box.addEventListener("focus", () => (opened ??= openPortal()).catch(() => (opened = undefined)), { once: true });
  box.value = new URLSearchParams(location.search).get("q") ?? box.value;
  if (box.value) search();
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
