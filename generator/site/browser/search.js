/** Live search: from the words in the box to the nodes below it. */

import { IndexProblem, openIndex } from "./client.js";
import { config } from "./config.js";
import { failureNodes, greetingNodes, loadingNodes, resultNodes } from "./results.js";
import { noteSearch, thisVisit } from "./visit.js";
import { fill, oneLine } from "./text.js";

const TYPING_PAUSE = 100; // ms: a search per pause, not per letter
const LOADING_PAUSE = 200; // ms: shorter waits need no words
const SETTLED_PAUSE = 1_000; // ms: results that stand are announced and noted, once
const LIVE_LIMIT = 5;
const PAGE_LIMIT = 10;
/** @type {Record<string, string>} */
const OUTCOME_LETTERS = { answered: "A", weak: "W", nothing: "N" };

/**
 * @typedef {{root: URL, box: HTMLInputElement, form: HTMLFormElement, isSearchPage: boolean,
 *   region: HTMLElement, status: HTMLElement}} Page
 */

/**
 * Makes the box search as the visitor types, and searches what it already says.
 * @param {Page} page
 */
export function connect(page) {
  const search = new LiveSearch(page);
  page.box.addEventListener("input", () => search.schedule());
  page.form.addEventListener("submit", (event) => search.submit(event));
  page.form.addEventListener("keydown", (event) => search.onKey(event));
  page.region.addEventListener("keydown", (event) => search.onKey(event));
  page.region.addEventListener("click", () => search.note());
  if (page.box.value) search.run({ exact: false });
}

class LiveSearch {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.turn = 0;
    this.query = "";
    this.greeted = false;
    /** @type {Promise<any> | null} */
    this.index = null;
    this.typing = 0;
    this.settling = 0;
  }

  schedule() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.run({ exact: false }), TYPING_PAUSE);
  }

  /**
   * Searches the words in the box; an answer that comes too late is dropped.
   * @param {{exact: boolean}} options
   */
  async run({ exact }) {
    clearTimeout(this.typing);
    clearTimeout(this.settling);
    this.page.status.textContent = "";
    const turn = ++this.turn;
    this.query = oneLine(this.page.box.value);
    this.rememberAddress();
    if (this.query === "") return this.close();
    const waiting = setTimeout(() => this.show(loadingNodes(this.context()), null), LOADING_PAUSE);
    try {
      const found = await this.find(exact);
      if (turn === this.turn) this.showFound(found);
    } catch (error) {
      this.index = null;
      if (turn === this.turn) this.showFailure(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** @param {boolean} exact */
  async find(exact) {
    const { root, isSearchPage } = this.page;
    const address = new URL(config.index, root).href;
    this.index ??= openIndex(address, { fetch: window.fetch.bind(window) });
    const index = await this.index;
    return index.search(this.query, { limit: isSearchPage ? PAGE_LIMIT : LIVE_LIMIT, exact });
  }

  /** @param {any} found */
  showFound(found) {
    const { isSearchPage } = this.page;
    this.greeted = found.greeting === true;
    const { strings } = config;
    if (this.greeted) {
      this.show(greetingNodes(this.drafts("U"), this.context()), strings.browser_greeting);
      return;
    }
    const result = {
      ...found,
      query: this.query,
      shareUrl: isSearchPage ? null : this.shareAddress(),
      drafts: this.drafts(OUTCOME_LETTERS[found.outcome]),
    };
    const nodes = resultNodes(result, this.context());
    this.show(nodes, announcementOf(found.outcome, found.hits.length));
  }

  /** @param {unknown} error */
  showFailure(error) {
    console.error(error);
    // A page from before the last build asks for an index that is gone.
    const isOutdated = error instanceof IndexProblem && error.kind !== "network";
    const reason = isOutdated ? "outdated" : navigator.onLine ? "failed" : "offline";
    this.show(failureNodes(reason, this.drafts("U"), this.context()), null);
  }

  /**
   * @param {Node[]} nodes
   * @param {string | null} announcement for those who cannot see them; null says nothing
   */
  show(nodes, announcement) {
    const { region } = this.page;
    region.replaceChildren(...nodes);
    region.hidden = false;
    if (announcement === null) return;
    this.settling = setTimeout(() => this.settle(announcement), SETTLED_PAUSE);
  }

  /** @param {string} announcement */
  settle(announcement) {
    this.page.status.textContent = announcement;
    this.note();
  }

  /** Keeps the search for the message, should the visitor write one. */
  note() {
    if (this.query && !this.greeted) noteSearch(this.query);
  }

  close() {
    this.page.region.hidden = true;
    this.page.region.replaceChildren();
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    if (!this.page.isSearchPage) return this.note();
    event.preventDefault();
    this.run({ exact: false }).then(() => this.page.region.querySelector("h2")?.focus());
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { box, region } = this.page;
    if (event.key === "Escape" && !region.hidden) {
      event.preventDefault();
      box.focus();
      region.hidden = true;
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = /** @type {HTMLElement[]} */ ([box, ...region.querySelectorAll(".hits a")]);
    const position = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = links[position + (event.key === "ArrowDown" ? 1 : -1)];
    if (position < 0 || !next) return;
    event.preventDefault();
    region.hidden = false;
    next.focus();
  }

  /** @param {string} outcome */
  drafts(outcome) {
    const { searches, opened } = thisVisit();
    const earlier = searches.filter((each) => !this.query.startsWith(each));
    const draft = { question: this.query, searches: [...earlier, this.query], opened, outcome };
    const said = this.greeted ? { ...draft, question: "", searches } : draft;
    return {
      K: { ...said, topic: /** @type {const} */ ("K") },
      P: { ...said, topic: /** @type {const} */ ("P") },
    };
  }

  context() {
    const { root } = this.page;
    return {
      config,
      root,
      onExact: () => this.run({ exact: true }),
      onRetry: () => this.run({ exact: false }),
    };
  }

  shareAddress() {
    const address = new URL(config.search, this.page.root);
    address.searchParams.set("q", this.query);
    return address.href;
  }

  rememberAddress() {
    if (!this.page.isSearchPage) return;
    const address = new URL(location.href);
    if (this.query) address.searchParams.set("q", this.query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }
}

/**
 * @param {string} outcome
 * @param {number} count
 */
function announcementOf(outcome, count) {
  const { strings } = config;
  if (outcome === "nothing" || count === 0) return strings.browser_announce_nothing;
  if (outcome === "weak") return strings.browser_announce_weak;
  return fill(strings.browser_announce, { count });
}
