/** The search box of a page: live search is loaded when the visitor first touches it. */

import { currentParams } from "../search/search_params.js";
import { index } from "../values/folders.js";
import { words } from "../values/page_words.js";
import { element } from "./elements.js";
import { load } from "./loader.js";
import { inLanguage, link } from "./page_parts.js";
import { root } from "./root.js";
import { connectSearchScreen } from "./search_screen.js";

const LONG_WAIT = 3_000; // ms, after which other ways are offered

export function connectSearchBox() {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
  if (box?.form) connect(box, box.form);
}

/**
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 */
function connect(box, form) {
  const isSearchPage = document.body.dataset.page === "search";
  const status = inLanguage(element("p", { id: "status", class: "sr", role: "status" }));
  form.append(status);
  Object.assign(box, { autocomplete: "off", autocapitalize: "none", spellcheck: false, enterKeyHint: "search" });
  const look = { id: "hasil", class: "results", "aria-label": words.results_label };
  const region = inLanguage(element("section", look));
  region.hidden = true;
  document.querySelector("#isi > .wrap")?.prepend(region);
  connectSearchScreen(box, region);
  const failure = inLanguage(element("p", { class: "broken", role: "alert" }));
  /** @type {Promise<void> | null} */
  let loading = null;
  /** @type {Promise<void> | undefined} */
  let awaited;

  /** Loads live search once; after a failure the next touch tries again. */
  function touch() {
    if (loading === null) preload(new URL(`${index}manifest.json`, root).href);
    loading ??= load("search").then(
      ({ connectLiveSearch }) => {
        failure.remove();
        form.removeEventListener("submit", submitLater);
        connectLiveSearch({ box, form, isSearchPage, region, status });
      },
      () => {
        loading = null;
        region.hidden = true;
        failure.replaceChildren(`${words.search_broken} `, ...otherWays());
        form.append(failure);
      },
    );
  }

  /**
   * Enter waits for live search, which knows what must stay out of the address.
   * @param {Event} event
   */
  function submitLater(event) {
    event.preventDefault();
    touch();
    awaited ??= loading?.then(() => {
      awaited = undefined;
      if (loading) form.requestSubmit();
    });
  }

  form.addEventListener("submit", submitLater);
  for (const event of ["pointerdown", "focus", "input"]) box.addEventListener(event, touch);
  box.addEventListener("input", () => box.value.trim() && reserveRoom(region));
  addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  for (const link of document.querySelectorAll("header a")) link.addEventListener("click", forgetAsked);
  box.value ||= currentParams().get("q") ?? "";
  if (box.value && !isSearchPage) reserveRoom(region);
  if (box.value || box === document.activeElement) touch(); // who typed before this script came
}

/**
 * Leaves a page for the same one without what was asked: the browser, which only reloads it, would keep it.
 * @param {Event} event
 */
function forgetAsked(event) {
  const { pathname } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
  if (pathname === location.pathname) history.replaceState(null, "");
}

/**
 * Reserves space for results before they arrive, so that the page below does not jump.
 * @param {HTMLElement} region
 */
function reserveRoom(region) {
  region.hidden = false;
  region.classList.add("awaited");
  if (region.hasChildNodes()) return;
  const note = element("p", { class: "note" }, words.browser_loading);
  region.append(note);
  setTimeout(() => note.append(" ", ...otherWays()), LONG_WAIT);
}

const otherWays = () => [link(words.topics, words.categories_title), " · ", link(words.office, words.contact)];

/**
 * Starts a fetch in advance, so that two requests run at the same time.
 * A folder has no server to ask.
 * @param {string} address
 */
function preload(address) {
  if (location.protocol === "file:") return;
  const asked = { rel: "preload", as: "fetch", crossorigin: "anonymous", href: address };
  document.head.append(element("link", asked));
}
