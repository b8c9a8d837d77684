/** Hits as links with what is known of them. */

import { element } from "../page/elements.js";
import { root } from "../page/root.js";
import { config, strings } from "../values/search_config.js";
import { decisiveTerms, highlighted } from "./highlighting.js";
import { hitNote } from "./hit_note.js";
import { titleLang, titleOf } from "./hit_titles.js";
import { kindOf } from "./kinds.js";
import { withTelephones } from "./telephones.js";

/**
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Context} Context
 * @typedef {import("./results.js").Hit} Hit
 * @typedef {import("./highlighting.js").Match} Match
 */

/**
 * @param {Result} result
 * @param {Context} context
 */
export function hitList({ hits, terms }, context) {
  const items = hits.map((hit) => element("li", {}, ...hitNodes(hit, terms, context)));
  return element("ol", { class: "hits", lang: "id" }, ...items);
}

/**
 * A direct answer or a referral, apart from the list and under the name of its kind.
 * @param {Hit} hit
 * @param {Result} result
 * @param {Context} context
 */
export function cardNode(hit, { terms }, context) {
  const isDirect = kindOf(hit.id, config.prefixes) === "direct";
  const name = element("h3", {}, isDirect ? strings.browser_direct : strings.browser_responsible);
  const said = element("div", { lang: "id" }, ...hitNodes(hit, terms, context, false));
  return element("div", { class: "hits reply" }, name, said);
}

/**
 * @param {Hit} hit
 * @param {Match[]} terms
 * @param {Context} context
 * @param {boolean} [named] whether a matter of another institution is called so
 * @returns {(Node | null)[]}
 */
function hitNodes({ id, url, title, snippet, note }, terms, { termOf }, named = true) {
  const decisive = decisiveTerms(terms, termOf);
  const marked = (/** @type {string} */ words) =>
    highlighted(words, decisive, termOf).map((each) => (each.marked ? element("mark", {}, each.text) : each.text));
  const lang = document.documentElement.lang;
  const elsewhere = named && kindOf(id, config.prefixes) === "referral";
  const link = element("a", { href: new URL(url, root).href, lang: titleLang(id) }, ...marked(titleOf([id, title])));
  const call = { name: strings.browser_call, lang };
  return [
    link,
    note ? element("p", { class: "about", lang }, hitNote(note, { topics: config.topics, strings }, lang)) : null,
    elsewhere ? element("p", { lang }, strings.browser_elsewhere) : null,
    snippet ? element("p", {}, ...withTelephones(snippet, config.telephones[id], call, marked)) : null,
  ];
}
