/** Results and every other state of a search as DOM nodes. */

import { button, element } from "../page/elements.js";
import { root } from "../page/root.js";
import { fill } from "../page/strings.js";
import { config } from "../values/search_config.js";
import { decisiveTerms, highlighted } from "./highlighting.js";
import { englishTitle } from "./hit_titles.js";
import { kindOf } from "./kinds.js";
import { hitNote } from "./hit_note.js";
import { share } from "./search_address.js";

/**
 * @typedef {import("./highlighting.js").Match} Match
 * @typedef {import("./topics.js").TopicCount} TopicCount
 * @typedef {{id: string, score: number, title: string, url: string, snippet?: string, note?: string}} Hit
 * @typedef {{from: string, to: string}} Correction
 * @typedef {{label: string, query: string}} Choice
 * @typedef {{query: string, exact: boolean, outcome: "answered" | "referral" | "weak" | "nothing", hits: Hit[],
 *   corrections: Correction[], terms: Match[], unknown: string[], competing: number, choices: Choice[],
 *   guess: string, count: number, limit: number, complete: boolean, complains: boolean, shareUrl: string, more: boolean,
 *   topics: TopicCount[] | null, topic: string, handover: Node[] | null}} Result
 * @typedef {{isSearchPage: boolean, termOf: (word: string) => string,
 *   onExact: (exact: boolean) => void, onAsk: (query: string) => void, onRetry: () => void, onMore: () => void,
 *   onFilter: () => void, onTopic: (id: string) => void,
 *   onHandover: (place: HTMLElement) => void}} Context
 */

const NEAR = 4; // hits shown when none of them is sure
const MOST_MISSING = 3; // words that are named
const MANY = 8; // hits that are worth a filter, if they are of two topics
const { strings, prefixes } = config;

/**
 * The nodes for one finished search.
 * @param {Result} result
 * @param {Context} context
 * @returns {(Node | null)[]}
 */
export function resultNodes(result, context) {
  const { outcome, query, hits } = result;
  const correction = correctionNode(result, context);
  const near = { ...result, hits: hits.slice(0, NEAR) };
  if (outcome === "nothing" || hits.length === 0) {
    return [
      heading(fill(strings.browser_nothing, { query })),
      correction,
      choicesNode(result, context),
      element("p", {}, strings.browser_nothing_tip),
      ...(hits.length ? [element("h3", {}, strings.browser_near), hitList(near, context)] : []),
      handoverNode(result.handover, result.complains ? strings.browser_complain : undefined),
    ];
  }
  if (outcome === "weak") {
    return [
      heading(weakHeading(result)),
      correction,
      choicesNode(result, context),
      hitList(near, context),
      whyNode(result),
      handoverNode(result.handover, result.complains ? strings.browser_complain : undefined),
    ];
  }
  const [first, ...others] = hits;
  if (kindOf(first.id, prefixes) === "referral") {
    return [
      heading(fill(strings.browser_referral, { query })),
      correction,
      cardNode(first, result, context),
      ...(others.length ? [element("h3", {}, strings.browser_near)] : []),
      others.length ? hitList({ ...near, hits: others.slice(0, NEAR) }, context) : null,
      lastResort(result, context),
    ];
  }
  const isDirect = kindOf(first.id, prefixes) === "direct";
  return [
    heading(fill(strings.browser_found, { query })),
    countNode(result),
    correction,
    choicesNode(result, context),
    isDirect ? cardNode(first, result, context) : null,
    context.isSearchPage && isWorthAFilter(result) ? filterNode(result, context) : null,
    hitList(isDirect ? { ...result, hits: others } : result, context),
    moreNode(result, context),
    result.topic ? null : whyNode(result),
    lastResort(result, context),
  ];
}

/**
 * A greeting gets a greeting, and a person is within reach.
 * @param {Context} context
 * @returns {Node[]}
 */
export function greetingNodes(context) {
  return [
    heading(strings.browser_greeting),
    element("p", { class: "greeting" }, strings.browser_greeting_tip),
    foldedHandover(context),
  ];
}

/** @returns {Node[]} */
export function loadingNodes() {
  return [element("p", { class: "note" }, strings.browser_loading)];
}

/**
 * Search does not work: why, what to do, and the way to a person all the same.
 * @param {"offline" | "outdated" | "damaged" | "failed"} reason
 * @param {Node[] | null} handover
 * @param {Context} context
 * @returns {(Node | null)[]}
 */
export function failureNodes(reason, handover, context) {
  const again =
    reason === "outdated"
      ? button(strings.browser_reload, "button", () => location.reload())
      : button(strings.browser_retry, "button", context.onRetry);
  return [
    heading(strings[`browser_${reason}`]),
    element("p", { class: "buttons" }, again),
    handoverNode(handover),
  ];
}

/**
 * How many of the answers are shown. As long as their texts are still to come, how many will be.
 * @param {Result} result
 */
function countNode({ hits, count, limit, topic, complete }) {
  const found = topic ? hits.length : count;
  const shown = complete ? hits.length : Math.min(limit, count);
  const said = shown < found ? strings.browser_count : strings.browser_count_all;
  return element("p", { class: "note count" }, fill(said, { shown, count: found }));
}

/**
 * Whether hits are many, and not all of one topic as far as is known.
 * @param {Result} result
 */
function isWorthAFilter({ hits, count, topics, topic }) {
  if (topic) return true;
  const known = topics ? topics.length - 1 : new Set(hits.map(({ note }) => note && parseInt(note))).size;
  return count >= MANY && (known > 1 || count > hits.length);
}

/**
 * The way to a person below the hits: folded, but not for who complains.
 * @param {Result} result
 * @param {Context} context
 */
function lastResort({ complains, complete, handover }, context) {
  if (!complains) return foldedHandover(context);
  return complete ? handoverNode(handover, strings.browser_complain) : null;
}

/** @param {string} text */
function heading(text) {
  return element("h2", { tabindex: "-1" }, text);
}

/**
 * What is missing, if nothing here is about it.
 * @param {Result} result
 */
function weakHeading({ unknown }) {
  if (unknown.length === 0) return strings.browser_weak;
  return fill(strings.browser_missing, { words: listed(unknown.slice(0, MOST_MISSING)) });
}

/** @param {string[]} unknown */
export const listed = (unknown) => unknown.map((word) => `“${word}”`).join(", ");

/**
 * The question back: what an unknown word may be, or which of several near answers is meant.
 * @param {Result} result
 * @returns {{name: string, choices: Choice[]}}
 */
export function askedBack({ guess, choices, topic }) {
  if (guess) return { name: strings.browser_guess, choices: [{ label: guess, query: guess }] };
  return { name: strings.browser_choices, choices: topic ? [] : choices };
}

/**
 * Queries to go on with at one tap. The room is kept from the first hits on.
 * @param {Result} result
 * @param {Context} context
 */
function choicesNode(result, { onAsk }) {
  const { name, choices } = askedBack(result);
  if (choices.length === 0) return result.competing > 1 ? element("div", { class: "choices" }) : null;
  const buttons = choices.map(({ label, query }) => {
    const choice = button(label, "button plain", () => onAsk(query));
    choice.lang = "id";
    return choice;
  });
  const look = result.outcome === "answered" ? "choices" : "choices wrapped"; // as high as before all was there
  return element("div", { class: look, role: "group", "aria-label": name }, element("span", {}, name), ...buttons);
}

/**
 * @param {Result} result
 * @param {Context} context
 */
function hitList({ hits, terms }, context) {
  const items = hits.map((hit) => element("li", {}, ...hitNodes(hit, terms, context)));
  return element("ol", { class: "hits", lang: "id" }, ...items);
}

/**
 * A direct answer or a referral, apart from the list and under the name of its kind.
 * @param {Hit} hit
 * @param {Result} result
 * @param {Context} context
 */
function cardNode(hit, { terms }, context) {
  const isDirect = kindOf(hit.id, prefixes) === "direct";
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
  const elsewhere = named && kindOf(id, prefixes) === "referral";
  const english = englishTitle(id);
  const link = element("a", { href: new URL(url, root).href }, ...marked(english || title));
  if (english) link.lang = "en";
  return [
    link,
    note ? element("p", { class: "about", lang }, hitNote(note, config, lang)) : null,
    elsewhere ? element("p", { class: "elsewhere", lang }, strings.browser_elsewhere) : null,
    snippet ? element("p", {}, ...marked(snippet)) : null,
  ];
}

/**
 * What the words were read as, and the way back to the words as typed; and back again.
 * @param {Result} result
 * @param {Context} context
 */
function correctionNode({ query, corrections, exact }, { onExact }) {
  if (!exact && corrections.length === 0) return null;
  const readAs = new Map(corrections.map(({ from, to }) => [from, to]));
  const read = query
    .split(/(\s+)/)
    .map((word) => readAs.get(word.toLowerCase()) ?? word)
    .join("");
  const [said, undo] = exact
    ? [fill(strings.browser_exactly, { query }), strings.browser_inexact]
    : [fill(strings.browser_corrected, { query: read }), fill(strings.browser_exact, { query })];
  return element("p", { class: "corrected" }, said, " ", button(undo, "link", () => onExact(!exact)));
}

/**
 * Which words led to the best result, the strongest first.
 * @param {Result} result
 */
function whyNode({ terms }) {
  if (terms.length === 0) return null;
  const lines = [...terms]
    .sort((a, b) => b.score - a.score)
    .map(({ typed, read }) => fill(typed === read ? strings.browser_why_word : strings.browser_why_read, { typed, read }));
  return element(
    "details",
    { class: "why" },
    element("summary", {}, strings.browser_why),
    element("p", { class: "note" }, strings.browser_why_text),
    element("ul", {}, ...lines.map((line) => element("li", {}, line))),
  );
}

/**
 * @param {Result} result
 * @param {Context} context
 */
function moreNode({ query, shareUrl, more }, { isSearchPage, onMore }) {
  if (!isSearchPage) {
    if (!shareUrl) return null; // what is about complaints has no address
    const all = element("a", { class: "button plain", href: shareUrl }, fill(strings.browser_all, { query }));
    return element("p", { class: "buttons" }, all);
  }
  const status = element("span", { role: "status" });
  const shareButton = button(strings.browser_share, "button plain", () => share(shareUrl, status));
  return element(
    "p",
    { class: "buttons" },
    more ? button(strings.browser_more, "button plain", onMore) : null,
    ...(!shareUrl || location.protocol === "file:" ? [] : [shareButton, status]),
  );
}

/**
 * @param {Result} result
 * @param {Context} context
 */
function filterNode({ topics, topic }, { onFilter, onTopic }) {
  if (topics === null) return element("p", {}, button(strings.browser_filter, "link", onFilter));
  const choice = /** @type {HTMLSelectElement} */ (element("select"));
  for (const { id, name, count } of topics) {
    const option = new Option(`${name} (${count})`, id, false, id === topic);
    if (id) option.lang = "id";
    choice.append(option);
  }
  choice.addEventListener("change", () => onTopic(choice.value));
  return element("p", { class: "filter" }, element("label", {}, `${strings.browser_filter} `, choice));
}

/** @param {Context} context */
function foldedHandover({ onHandover }) {
  const place = element("div");
  const details = /** @type {HTMLDetailsElement} */ (
    element("details", { class: "more-help" }, element("summary", {}, strings.browser_ask_more), place)
  );
  details.addEventListener("toggle", () => details.open && onHandover(place), { once: true });
  return details;
}

/**
 * @param {Node[] | null} nodes null when the hand-over could not be fetched
 * @param {string} [name]
 */
function handoverNode(nodes, name = strings.browser_ask) {
  const ways = nodes ?? plainContacts();
  return element("div", { class: "handover" }, element("h3", {}, name), ...ways);
}

/**
 * Addresses that need nothing more from the network than a telephone.
 * @returns {Node[]}
 */
export function plainContacts() {
  const rows = config.contacts.map((/** @type {{label: string, address: string, url: string | null}} */ each) =>
    element("li", {}, `${each.label}: `, each.url ? element("a", { href: each.url }, each.address) : each.address),
  );
  const page = element("a", { href: new URL(config.contact, root).href }, strings.browser_contact);
  return [element("ul", {}, ...rows, element("li", {}, page))];
}
