/** `<cari-dulu>`: a box and its answers in a tree of their own, which the page around it cannot style. */

import { element } from "../page/elements.js";
import { fill, oneLine } from "../page/strings.js";
import { embed } from "../values/embed.js";
import { openedSearch } from "./opened_search.js";
import { root } from "./own_script.js";
import { said, searchPage, wayOn } from "./search_page.js";

const TYPING_PAUSE = 150; // ms: a search per pause, not per letter
const LOADING_PAUSE = 200; // ms: shorter waits need no words
const SETTLED_PAUSE = 1_000; // ms: answers that stand are announced, once
const LIMIT = 5;

export class SearchElement extends HTMLElement {
  turn = 0;
  typing = 0;
  settling = 0;
  /** @type {Promise<import("./opened_search.js").OpenedSearch> | null} */
  opened = null;
  failed = false;

  connectedCallback() {
    if (this.shadowRoot) return; // moved within its page
    const asked = this.closest("[lang]")?.getAttribute("lang") ?? "";
    this.tongue = { root, ...embed.tongues[/^en\b/i.test(asked) ? "en" : "id"] };
    const { lang, strings } = this.tongue;
    this.box = /** @type {HTMLInputElement} */ (element("input", { id: "q", type: "search", ...TYPED }));
    this.box.placeholder = strings.search_placeholder;
    this.found = element("div", { class: "found" });
    this.found.hidden = true;
    this.status = element("p", { class: "sr", role: "status" });
    const field = element("div", { class: "field" }, this.box, element("button", {}, strings.search_button));
    const label = element("label", { for: "q" }, strings.embed_label);
    const form = element("form", { role: "search", lang, "aria-label": strings.embed_label }, label, field, this.found);
    form.append(this.status);
    this.box.addEventListener("focus", () => this.touch());
    this.box.addEventListener("input", () => this.schedule());
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("keydown", (event) => this.onKey(event));
    const tree = this.attachShadow({ mode: "open" }); // last: until here the link is in sight
    addStyle(tree);
    tree.append(form);
  }

  /** Fetches what searching needs; after a failure the next touch tries again. */
  touch() {
    if (this.opened) return;
    this.opened = openedSearch(this.tongue);
    this.opened.then(
      () => this.failed && this.run(),
      (error) => this.fail(error),
    );
  }

  schedule() {
    this.found.setAttribute("aria-busy", "true");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.run(), TYPING_PAUSE);
  }

  /** Searches the words in the box; an answer that comes too late is dropped. */
  async run() {
    const turn = ++this.turn;
    const words = oneLine(this.box.value);
    clearTimeout(this.typing);
    this.failed = false;
    if (!words) return this.show([]);
    this.touch();
    const wait = () => turn === this.turn && this.show([element("p", {}, this.tongue.strings.browser_loading)]);
    const waiting = setTimeout(wait, LOADING_PAUSE);
    try {
      const { answers, search } = await this.opened;
      const found = await search(words, { limit: LIMIT });
      if (turn !== this.turn) return;
      this.show(answers.answerNodes(found, words, this.tongue), answers.announcementOf(found, words));
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** @param {unknown} error for who keeps the other site: its policy may refuse ours */
  fail(error) {
    if (this.opened) console.error(error);
    this.opened = null;
    this.failed = true;
    const { strings } = this.tongue;
    const words = oneLine(this.box.value);
    const way = words ? fill(strings.embed_search_there, { query: words }) : strings.embed_open;
    this.show([said(strings.embed_failed), wayOn(way, words, this.tongue)], strings.embed_failed);
  }

  /**
   * @param {(Node | null)[]} nodes none to close
   * @param {string} [announcement]
   */
  show(nodes, announcement = "") {
    if (this.found.contains(this.shadowRoot.activeElement)) this.box.focus();
    this.found.replaceChildren(...nodes.filter((node) => node !== null));
    this.found.hidden = nodes.length === 0;
    this.found.setAttribute("aria-busy", "false");
    clearTimeout(this.settling);
    this.status.textContent = "";
    this.settling = setTimeout(() => (this.status.textContent = announcement), SETTLED_PAUSE);
  }

  /** The page around may forbid its forms to leave it, but not its links. @param {Event} event */
  submit(event) {
    event.preventDefault();
    location.assign(searchPage(oneLine(this.box.value), this.tongue));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { key } = event;
    if (key.length === 1) event.stopPropagation(); // typed here, no shortcut of the page around
    if (key === "Escape" && !this.found.hidden) {
      event.preventDefault();
      this.box.focus();
      this.found.hidden = true;
      return;
    }
    if (key !== "ArrowDown" && key !== "ArrowUp") return;
    const stops = [this.box, ...this.found.querySelectorAll("a:not(.tel)")];
    const at = stops.indexOf(/** @type {any} */ (this.shadowRoot.activeElement));
    const next = stops[at + (key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    this.found.hidden = this.found.textContent === "";
    next.focus();
  }
}

const TYPED = { autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search" };

/**
 * A strict policy of the page around refuses style elements, but not a sheet made by script.
 * @param {ShadowRoot} tree
 */
function addStyle(tree) {
  if (!("adoptedStyleSheets" in tree)) return tree.append(element("style", {}, embed.style));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(embed.style);
  tree.adoptedStyleSheets = [sheet];
}
