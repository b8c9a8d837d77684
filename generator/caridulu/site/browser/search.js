/** Live search: from the words in the box to the nodes below it. */

import { IndexProblem, openIndex } from "./client.js";
import { config } from "./config.js";
import { fetchText, load } from "./loader.js";
import { index } from "./place.js";
import { failureNodes, greetingNodes, loadingNodes, plainContacts, resultNodes } from "./results.js";
import { addressOf, share, wantedHere } from "./sharing.js";
import { fill, oneLine } from "./text.js";
import { noteSearch, thisVisit } from "./visit.js";

const TYPING_PAUSE = 100; // ms: a search per pause, not per letter
const LOADING_PAUSE = 200; // ms: shorter waits need no words
const SETTLED_PAUSE = 1_000; // ms: results that stand are announced and noted, once
const LIVE_LIMIT = 5;
const PAGE_LIMIT = 10;
const MORE_LIMIT = 30;
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
  search.run(wantedHere(oneLine(page.box.value)));
}

class LiveSearch {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.turn = 0;
    this.query = "";
    this.wanted = { exact: false, more: false, topic: "" };
    this.greeted = false;
    /** @type {any} */
    this.found = null;
    /** @type {Promise<any> | null} */
    this.index = null;
    /** @type {any} */
    this.topics = null;
    this.typing = 0;
    this.settling = 0;
  }

  schedule() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.run(), TYPING_PAUSE);
  }

  /**
   * Searches the words in the box; an answer that comes too late is dropped.
   * @param {Partial<import("./sharing.js").Wanted>} [wanted]
   */
  async run({ exact = false, more = false, topic = "" } = {}) {
    this.wanted = { exact, more, topic };
    const limit = more ? MORE_LIMIT : this.page.isSearchPage ? PAGE_LIMIT : LIVE_LIMIT;
    clearTimeout(this.typing);
    clearTimeout(this.settling);
    this.page.status.textContent = "";
    const turn = ++this.turn;
    this.query = oneLine(this.page.box.value);
    this.remember();
    if (this.query === "") return this.close();
    const waiting = setTimeout(() => this.show(loadingNodes(), null), LOADING_PAUSE);
    let showing = 0;
    /** @param {any} first hits whose texts are still to come, unless these are there at once */
    const onFirst = (first) => {
      if (turn !== this.turn || first.greeting || first.outcome !== "answered") return;
      [waiting, showing].forEach(clearTimeout);
      this.greeted = false;
      showing = setTimeout(() => this.showFound({ ...first, exact, limit }, null, false));
    };
    try {
      if (topic) await this.knowTopics();
      const found = { ...(await this.find({ exact, limit, onFirst })), exact, limit };
      clearTimeout(showing);
      this.greeted = found.greeting === true;
      const sure = this.greeted || found.outcome === "answered";
      const handover = sure ? null : await this.handover(OUTCOME_LETTERS[found.outcome]);
      if (turn === this.turn) this.showFound(found, handover);
    } catch (error) {
      this.index = null;
      const handover = await this.handover("U");
      if (turn === this.turn) this.showFailure(error, handover);
    } finally {
      [waiting, showing].forEach(clearTimeout);
    }
  }

  /** @param {{exact: boolean, limit: number, onFirst: (found: any) => void}} options */
  async find(options) {
    this.index ??= openIndex(new URL(index, this.page.root).href, { fetch: fetchText });
    const opened = await this.index;
    this.termOf = opened.termOf;
    return opened.search(this.query, options);
  }

  /**
   * The way to a person, with the message written; null when it cannot be fetched.
   * @param {string} outcome
   * @returns {Promise<Node[] | null>}
   */
  handover(outcome) {
    return load("handover").then(
      ({ handoverNodes }) => handoverNodes(this.drafts(outcome)),
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
    if (this.greeted) return this.show(greetingNodes(this.context()), config.strings.browser_greeting);
    const { limit } = found;
    /** @param {{id: string}} hit */
    const inTopic = (hit) => this.topics?.of.get(hit.id) === this.wanted.topic;
    const chosen = found.hits.filter(inTopic); // none where an old address names what is gone
    const result = {
      ...found,
      hits: chosen.length ? chosen : found.hits,
      topic: chosen.length ? this.wanted.topic : "",
      query: this.query,
      shareUrl: addressOf(new URL(config.search, this.page.root), this.query, this.wanted),
      more: found.hits.length === limit && limit < MORE_LIMIT,
      topics: this.topics && this.topicsOf(found.hits),
      handover,
    };
    const announcement = complete ? announcementOf(found.outcome, result.hits.length) : null;
    this.show(resultNodes(result, this.context()), announcement);
  }

  /**
   * The topics of these hits with their counts, all together first.
   * @param {{id: string}[]} hits
   */
  topicsOf(hits) {
    const { names, of } = this.topics;
    const all = { id: "", name: config.strings.browser_all_topics, count: hits.length };
    const rest = Object.entries(names).map(([id, name]) => ({
      id,
      name,
      count: hits.filter((hit) => of.get(hit.id) === id).length,
    }));
    return [all, ...rest.filter(({ count }) => count).sort((a, b) => b.count - a.count)];
  }

  /** Fetches which entry belongs to which topic. */
  async knowTopics() {
    const { topics } = await load("topics");
    const pairs = Object.entries(topics).flatMap(([id, { entries }]) =>
      entries.split(" ").map((/** @type {string} */ entry) => [entry, id]),
    );
    const names = Object.entries(topics).map(([id, { name }]) => [id, name]);
    this.topics = { of: new Map(pairs), names: Object.fromEntries(names) };
  }

  async openFilter() {
    await this.knowTopics();
    await this.run({ ...this.wanted, more: true });
    this.page.region.querySelector("select")?.focus();
  }

  /** @param {string} topic */
  filter(topic) {
    this.wanted = { ...this.wanted, topic };
    this.remember();
    this.showFound(this.found, null);
    this.page.region.querySelector("select")?.focus();
  }

  /**
   * @param {unknown} error
   * @param {Node[] | null} handover
   */
  showFailure(error, handover) {
    if (!(error instanceof IndexProblem)) console.error(error);
    const kind = error instanceof IndexProblem ? error.kind : "";
    // A page from before the last build asks for an index that is gone.
    const isOutdated = kind === "version" || kind === "missing";
    const lost = navigator.onLine ? "failed" : "offline";
    const reason = isOutdated ? "outdated" : kind === "damaged" ? "damaged" : lost;
    const text = config.strings[`browser_${reason}`];
    this.show(failureNodes(reason, handover, this.context()), text);
  }

  /**
   * @param {(Node | null)[]} nodes
   * @param {string | null} announcement for those who cannot see them; null says nothing
   */
  show(nodes, announcement) {
    const { region } = this.page;
    const focused = region.querySelector("a:focus")?.getAttribute("href");
    region.replaceChildren(...nodes.filter((node) => node !== null));
    const links = [...region.querySelectorAll("a")];
    if (focused) links.find((link) => link.getAttribute("href") === focused)?.focus();
    region.hidden = false;
    this.browse(false);
    clearTimeout(this.settling);
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

  /**
   * On the search page results take the place of the topics, so that nothing below them jumps.
   * @param {boolean} shown
   */
  browse(shown) {
    const topics = /** @type {HTMLElement | null} */ (document.querySelector("#telusuri"));
    if (topics) topics.hidden = !shown;
  }

  close() {
    this.browse(true);
    this.page.region.hidden = true;
    this.page.region.replaceChildren();
  }

  async showMore() {
    const shown = this.page.region.querySelectorAll(".hits a").length;
    await this.run({ ...this.wanted, more: true });
    this.land(shown);
  }

  /**
   * Where the keyboard goes on when what it had pressed is gone: at a hit, or at the heading.
   * @param {number} [position]
   */
  land(position = -1) {
    if (document.activeElement !== document.body) return;
    const { region } = this.page;
    const hits = /** @type {NodeListOf<HTMLElement>} */ (region.querySelectorAll(".hits a"));
    (hits[position] ?? region.querySelector("h2"))?.focus();
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    if (!this.page.isSearchPage) return this.note();
    event.preventDefault();
    const isOther = oneLine(this.page.box.value) !== this.query;
    Promise.resolve(isOther && this.run()).then(() => this.page.region.querySelector("h2")?.focus());
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { box, region } = this.page;
    if (event.key === "Escape" && !region.hidden) {
      event.preventDefault();
      box.focus();
      region.hidden = true;
      this.browse(true);
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

  /** @returns {import("./results.js").Context} */
  context() {
    const { root, isSearchPage } = this.page;
    return {
      root,
      isSearchPage,
      termOf: this.termOf ?? ((/** @type {string} */ word) => word),
      onExact: (exact) => this.run({ exact }).then(() => this.land()),
      onRetry: () => this.run().then(() => this.land()),
      onMore: () => this.showMore(),
      onFilter: () => this.openFilter(),
      onTopic: (id) => this.filter(id),
      onHandover: async (place) => {
        const outcome = this.greeted ? "U" : OUTCOME_LETTERS[this.found.outcome];
        place.replaceChildren(...((await this.handover(outcome)) ?? plainContacts({ root })));
      },
    };
  }

  /** Keeps what is asked for, so that "Back" from an answer brings it back. */
  remember() {
    const address = addressOf(location.href, this.query, this.wanted);
    if (!this.page.isSearchPage) history.replaceState({ asked: new URL(address).search }, "");
    else if (history.state || address !== location.href) history.replaceState(null, "", address);
  }
}

/**
 * @param {string} outcome
 * @param {number} count
 */
function announcementOf(outcome, count) {
  if (outcome === "nothing" || count === 0) return config.strings.browser_announce_nothing;
  if (outcome === "weak") return config.strings.browser_announce_weak;
  return fill(config.strings.browser_announce, { count });
}
