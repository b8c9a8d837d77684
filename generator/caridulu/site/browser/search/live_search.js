/** Live search: from the words in the box to the nodes below it. */

import { IndexProblem, openIndex } from "./client.js";
import { isForComplaints } from "../handover/complaints.js";
import { noteSearch } from "../handover/noted_search.js";
import { element } from "../page/elements.js";
import { fetchText, load } from "../page/loader.js";
import { root } from "../page/root.js";
import { oneLine } from "../page/strings.js";
import { index } from "../values/folders.js";
import { config, strings } from "../values/search_config.js";
import { spokenResult } from "./choices.js";
import { loadTitles, titleOf } from "./hit_titles.js";
import { HITS, nextStop, restoreFocus, stopLike } from "./keyboard.js";
import { plainContacts } from "./last_resort.js";
import { holdsPersonalNumber } from "./personal_numbers.js";
import { failureNodes, failureReason, greetingNodes, resultNodes } from "./results.js";
import { currentOptions, keepInHistory, searchAddress, settleInHistory, titleSearch } from "./search_address.js";
import { currentParams } from "./search_params.js";
import { connectSuggestions } from "./suggestions.js";
import { loadTopics } from "./topics.js";

const TYPING_PAUSE = 100; // ms: a search per pause, not per letter
const LOADING_PAUSE = 200; // ms: shorter waits need no words
const SETTLED_PAUSE = 1_000; // ms: results that stand are announced and noted, once
const LIMIT = 5; // few texts to fetch
const MORE_LIMIT = 30;
const SURE = ["answered", "referral"]; // outcomes after which nobody is needed

/**
 * @typedef {{box: HTMLInputElement, form: HTMLFormElement, isSearchPage: boolean,
 *   region: HTMLElement, status: HTMLElement}} Page
 */

/**
 * Makes the box search as the visitor types, and searches what it already says.
 * @param {Page} page
 */
export function connectLiveSearch(page) {
  const search = new LiveSearch(page);
  page.box.addEventListener("input", () => search.schedule());
  page.form.addEventListener("submit", (event) => search.submit(event));
  page.form.addEventListener("keydown", (event) => search.onKey(event));
  page.region.addEventListener("keydown", (event) => search.onKey(event));
  page.region.addEventListener("click", () => search.stay());
  if (page.isSearchPage) {
    addEventListener("popstate", (event) => search.comeBack(event));
    const tongue = /** @type {HTMLAnchorElement} */ (document.querySelector(".tongue"));
    tongue.addEventListener("click", () => (tongue.search = location.search)); // the same search, in the other language
  }
  connectSuggestions(page.box, page.form);
  search.openedIndex(); // while the first word is typed
  const left = history.state?.scrollY; // where a visitor who comes back went on from
  search.run(currentOptions(oneLine(page.box.value))).then(() => {
    search.settle();
    if (left) scrollTo(0, left); // the browser has done so before there were results
  });
}

/**
 * Firefox ends what is being fetched when the visitor goes on to another page: no failure to tell of.
 * @param {unknown} error
 */
const isLeaving = (error) => error instanceof DOMException && error.name === "AbortError";

class LiveSearch {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.turn = 0;
    this.query = "";
    this.options = { exact: false, more: false, topic: "" };
    /** @type {any} what was found last */
    this.found = null;
    /** @type {Promise<any> | null} */
    this.index = null;
    /** @type {import("./topics.js").Topics | null} */
    this.topics = null;
    /** @type {(word: string) => string} */
    this.termOf = (word) => word;
    this.typing = 0;
    this.settling = 0;
  }

  schedule() {
    this.setBusy(true);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.run(), TYPING_PAUSE);
  }

  /**
   * Searches the words in the box; an answer that comes too late is dropped.
   * @param {Partial<import("./search_address.js").Options> & {filters?: boolean}} [options]
   */
  async run({ exact = false, more = false, topic = "", filters = topic !== "" } = {}) {
    const { page } = this;
    this.options = { exact, more, topic };
    [this.typing, this.settling].forEach(clearTimeout);
    page.status.textContent = "";
    const turn = ++this.turn;
    const query = (this.query = oneLine(page.box.value));
    keepInHistory(query, this.options, query === "");
    if (this.query === "") return this.close();
    const limit = more ? MORE_LIMIT : LIMIT;
    this.setBusy(true);
    const isTold = page.region.querySelector(":scope > .note:only-child"); // as `search_box.js` does
    const notice = () => element("p", { class: "note" }, strings.browser_loading);
    const waiting = setTimeout(() => isTold ?? this.show([notice()], null), LOADING_PAUSE);
    let showing = 0;
    // A search that touches complaints is not remembered: of the phrasings of the first office's
    // entries all 63 about complaints or misconduct do so, and 48 of 1,405 others.
    const told = (/** @type {any} */ answer) => {
      const touches = answer.hits.slice(0, LIMIT).some((/** @type {any} */ hit) => config.complaints.includes(hit.id));
      const isSecret = touches || holdsPersonalNumber(query);
      return { ...answer, exact, limit, touches, isSecret, complains: isForComplaints(answer, config.complaints) };
    };
    /** @param {any} first hits whose texts are still to come, unless these are there at once */
    const onFirst = (first) => {
      if (turn !== this.turn || first.greeting || !SURE.includes(first.outcome)) return;
      [waiting, showing].forEach(clearTimeout);
      showing = setTimeout(() => this.showFound(told(first), null, false));
    };
    try {
      if (filters) this.topics ??= await loadTopics();
      const found = { ...told(await this.find({ exact, limit, onFirst })), query }; // all is there
      clearTimeout(showing);
      const isSure = found.greeting || (SURE.includes(found.outcome) && !found.complains);
      const handover = isSure ? null : await this.handover(found);
      if (turn === this.turn) this.showFound(found, handover);
    } catch (error) {
      this.index = null;
      if (isLeaving(error)) return addEventListener("pageshow", () => this.run(this.options), { once: true });
      const handover = await this.handover(null);
      if (turn === this.turn) this.showFailure(error, handover);
    } finally {
      [waiting, showing].forEach(clearTimeout);
      if (turn === this.turn) this.setBusy(false);
    }
  }

  /**
   * Tells assistive technology whether these results will still change.
   * @param {boolean} busy
   */
  setBusy(busy) {
    this.page.region.setAttribute("aria-busy", String(busy));
  }

  /** Opens the index once; after a failure the next search tries again. */
  openedIndex() {
    // A broken line may be back, and Chromium answers once with a preload that failed earlier.
    const fetch = (/** @type {string} */ address) => fetchText(address).catch(() => fetchText(address));
    this.index ??= openIndex(new URL(index, root).href, { fetch, titleOf });
    this.index.catch(() => (this.index = null));
    return this.index;
  }

  /** @param {{exact: boolean, limit: number, onFirst: (found: any) => void}} options */
  async find(options) {
    const [opened] = await Promise.all([this.openedIndex(), loadTitles()]);
    this.termOf = opened.termOf;
    return opened.search(this.query, options);
  }

  /**
   * The way to a person, with the message written; null when it cannot be fetched.
   * @param {any} found null when nothing could be searched
   * @returns {Promise<Node[] | null>}
   */
  handover(found) {
    return load("handover").then(
      ({ searchHandover }) => searchHandover(this.query, found),
      () => null,
    );
  }

  /**
   * @param {any} found
   * @param {Node[] | null} handover
   * @param {boolean} [complete] else more comes in a moment, and nothing is announced
   */
  showFound(found, handover, complete = true) {
    this.found = found;
    if (complete) keepInHistory(this.query, this.options, !found.isSecret);
    if (found.greeting) return this.show(greetingNodes(this.context()), strings.browser_greeting);
    const { hits, limit } = found;
    const { topics } = this;
    const ofTopic = hits.filter((/** @type {any} */ hit) => topics?.has(this.options.topic, hit));
    const isNarrowed = ofTopic.length > 0; // not where an old address names what is gone
    const result = {
      ...found,
      hits: isNarrowed ? ofTopic : hits,
      topic: isNarrowed ? this.options.topic : "",
      query: this.query,
      shareUrl: found.isSecret ? "" : searchAddress(new URL(config.search, root), this.query, this.options),
      more: found.count > hits.length && limit < MORE_LIMIT,
      topics: complete && topics ? topics.counts(hits) : null, // of all hits, not of the first
      handover,
      complete,
    };
    const announcement = complete ? spokenResult(result) : null;
    this.show(resultNodes(result, this.context()), announcement);
  }

  async openFilter() {
    await this.run({ ...this.options, more: true, filters: true });
    this.page.region.querySelector("select")?.focus();
  }

  /** @param {string} topic */
  filter(topic) {
    this.options = { ...this.options, topic };
    this.showFound(this.found, null);
    this.page.region.querySelector("select")?.focus();
  }

  /**
   * @param {unknown} error
   * @param {Node[] | null} handover
   */
  showFailure(error, handover) {
    if (!(error instanceof IndexProblem)) console.error(error);
    const reason = failureReason(error);
    this.show(failureNodes(reason, handover, this.context()), strings[`browser_${reason}`]);
  }

  /**
   * @param {(Node | null)[]} nodes
   * @param {string | null} announcement for those who cannot see them; null says nothing
   */
  show(nodes, announcement) {
    const { region } = this.page;
    const focused = region.querySelector(":is(a, button):focus");
    region.replaceChildren(...nodes.filter((node) => node !== null));
    if (focused) (stopLike(focused, region) ?? this.page.box).focus();
    titleSearch();
    this.open(true);
    clearTimeout(this.settling);
    if (announcement === null) return;
    this.settling = setTimeout(() => {
      this.page.status.textContent = announcement;
      this.note();
    }, SETTLED_PAUSE);
  }

  /** Keeps the search of these results, to offer it for a later message. */
  note() {
    if (this.query && this.isCurrent()) noteSearch(this.query, this.found);
  }

  /** Notes the search that the visitor goes on with, and where. */
  stay() {
    this.note();
    this.settle();
    history.replaceState({ ...history.state, scrollY }, "");
  }

  /** On the search page "Back" will lead to this search, unless it is about complaints. */
  settle() {
    if (this.page.isSearchPage && this.query && this.isCurrent() && !this.found.isSecret) settleInHistory(this.query);
  }

  /**
   * Shows the search of the place in the history that the visitor has come back to.
   * @param {PopStateEvent} event
   */
  comeBack({ state }) {
    if (state === null) return; // a link to a part of this page
    this.page.box.value = currentParams().get("q") ?? "";
    this.run(currentOptions(this.page.box.value));
  }

  /** Whether what was found last is of the words that stand in the box. */
  isCurrent() {
    return this.found?.query === oneLine(this.page.box.value);
  }

  /**
   * On the search page results take the place of the topics, so that nothing below them jumps.
   * @param {boolean} shown
   */
  open(shown) {
    this.page.region.hidden = !shown;
    const topics = /** @type {HTMLElement | null} */ (document.querySelector("#telusuri"));
    if (topics) topics.hidden = shown;
  }

  close() {
    titleSearch();
    this.open(false);
    this.setBusy(false);
    this.page.region.replaceChildren();
  }

  /**
   * Searches other words, which the visitor has chosen.
   * @param {string} query
   */
  async ask(query) {
    this.page.box.value = query;
    /** @type {HTMLElement} */ (document.activeElement).blur(); // what was pressed is gone
    await this.runAgain();
    this.settle();
  }

  async showMore() {
    const shown = this.page.region.querySelectorAll(HITS).length;
    await this.runAgain({ ...this.options, more: true }, shown);
  }

  /**
   * Searches in another way, and leads the keyboard on.
   * @param {Partial<import("./search_address.js").Options>} [options]
   * @param {number} [position] of the hit to lead to
   */
  async runAgain(options, position) {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur(); // its own button is no place to stay
    await this.run(options);
    restoreFocus(this.page.region, position);
  }

  /**
   * Opens the search page, except for a secret search: that stays out of the address, of the browser's
   * history, and of a server's records.
   * @param {SubmitEvent} event
   */
  async submit(event) {
    event.preventDefault();
    if (!this.isCurrent()) await this.run();
    this.stay();
    const staysHere = this.page.isSearchPage || (this.isCurrent() && this.found.isSecret);
    if (!staysHere) return this.page.form.submit();
    this.page.region.querySelector("h2")?.focus();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { box, region } = this.page;
    if (event.key === "Escape" && !region.hidden) {
      event.preventDefault();
      box.focus();
      return this.open(false);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const next = nextStop(event.key, this.page);
    if (!next) return;
    event.preventDefault();
    if (region.contains(next)) this.open(true);
    next.focus();
  }

  /** @returns {import("./results.js").Context} */
  context() {
    return {
      isSearchPage: this.page.isSearchPage,
      termOf: this.termOf,
      onExact: (exact) => this.runAgain({ exact }),
      onAsk: (query) => this.ask(query),
      onRetry: () => this.runAgain(),
      onMore: () => this.showMore(),
      onFilter: () => this.openFilter(),
      onTopic: (id) => this.filter(id),
      onHandover: async (place) =>
        place.replaceChildren(...((await this.handover(this.found)) ?? plainContacts())),
    };
  }
}
