/** Results and every other state of a search as DOM nodes. */

import { config } from "./config.js";
import { button, element } from "./elements.js";
import { pieces, wantedTerms } from "./marks.js";
import { share } from "./sharing.js";
import { fill } from "./text.js";

/**
 * @typedef {import("./marks.js").Match} Match
 * @typedef {{id: string, score: number, title: string, url: string, snippet?: string}} Hit
 * @typedef {{from: string, to: string}} Correction
 * @typedef {{query: string, exact: boolean, outcome: "answered" | "weak" | "nothing", hits: Hit[],
 *   corrections: Correction[], terms: Match[], shareUrl: string, more: boolean,
 *   topics: Topic[] | null, topic: string, handover: Node[] | null}} Result
 * @typedef {{id: string, name: string, count: number}} Topic
 * @typedef {{root: URL, isSearchPage: boolean, termOf: (word: string) => string,
 *   onExact: (exact: boolean) => void, onRetry: () => void, onMore: () => void,
 *   onFilter: () => void, onTopic: (id: string) => void,
 *   onHandover: (place: HTMLElement) => void}} Context
 */

const NEAR = 3; // hits shown when none of them is sure
const { strings } = config;

/**
 * The nodes for one finished search.
 * @param {Result} result
 * @param {Context} context
 * @returns {(Node | null)[]}
 */
export function resultNodes(result, context) {
  const { outcome, query } = result;
  const corrected = correctionNode(result, context);
  const near = { ...result, hits: result.hits.slice(0, NEAR) };
  if (outcome === "nothing" || result.hits.length === 0) {
    return [
      heading(fill(strings.browser_nothing, { query })),
      corrected,
      element("p", {}, strings.browser_nothing_tip),
      ...(near.hits.length ? [element("h3", {}, strings.browser_near), hitList(near, context)] : []),
      handoverNode(result.handover, context),
    ];
  }
  if (outcome === "weak") {
    return [
      heading(strings.browser_weak),
      corrected,
      hitList(near, context),
      whyNode(result),
      handoverNode(result.handover, context),
    ];
  }
  return [
    heading(fill(strings.browser_found, { query })),
    corrected,
    context.isSearchPage && (result.topics || result.hits.length > NEAR) ? filterNode(result, context) : null,
    hitList(result, context),
    moreNode(result, context),
    result.topic ? null : whyNode(result),
    foldedHandover(context),
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
    element("p", {}, strings.browser_greeting_tip),
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
  const reload = reason === "outdated";
  const label = reload ? strings.browser_reload : strings.browser_retry;
  const again = button(label, "button", reload ? () => location.reload() : context.onRetry);
  return [
    heading(strings[`browser_${reason}`]),
    element("p", { class: "buttons" }, again),
    handoverNode(handover, context),
  ];
}

/** @param {string} text */
function heading(text) {
  return element("h2", { tabindex: "-1" }, text);
}

/**
 * @param {Result} result
 * @param {Context} context
 */
function hitList({ hits, terms }, { root, termOf }) {
  const wanted = wantedTerms(terms, termOf);
  /** @param {string} text */
  const marked = (text) =>
    pieces(text, wanted, termOf).map((each) =>
      each.wanted ? element("mark", {}, each.text) : each.text,
    );
  const items = hits.map(({ url, title, snippet }) =>
    element(
      "li",
      {},
      element("a", { href: new URL(url, root).href }, ...marked(title)),
      snippet ? element("p", {}, ...marked(snippet)) : null,
    ),
  );
  return element("ol", { class: "hits", lang: "id" }, ...items);
}

/**
 * What the words were read as, and the way back to the words as typed; and back again.
 * @param {Result} result
 * @param {Context} context
 */
function correctionNode({ query, corrections, exact }, { onExact }) {
  if (exact) {
    const undo = button(strings.browser_inexact, "link", () => onExact(false));
    return element("p", { class: "corrected" }, fill(strings.browser_exactly, { query }), " ", undo);
  }
  if (corrections.length === 0) return null;
  const read = corrections.reduce((text, { from, to }) => replaceWord(text, from, to), query);
  return element(
    "p",
    { class: "corrected" },
    fill(strings.browser_corrected, { query: read }),
    " ",
    button(fill(strings.browser_exact, { query }), "link", () => onExact(true)),
  );
}

/**
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
function replaceWord(text, from, to) {
  return text
    .split(/(\s+)/)
    .map((word) => (word.toLowerCase() === from ? to : word))
    .join("");
}

/**
 * Which words led to the best result, the most telling first.
 * @param {Result} result
 */
function whyNode({ terms }) {
  if (terms.length === 0) return null;
  const lines = [...terms]
    .sort((a, b) => b.score - a.score)
    .map(({ typed, read }) =>
      element("li", {}, fill(typed === read ? strings.browser_why_word : strings.browser_why_read, { typed, read })),
    );
  return element(
    "details",
    { class: "why" },
    element("summary", {}, strings.browser_why),
    element("p", { class: "note" }, strings.browser_why_text),
    element("ul", {}, ...lines),
  );
}

/**
 * @param {Result} result
 * @param {Context} context
 */
function moreNode({ query, shareUrl, more }, { isSearchPage, onMore }) {
  const all = fill(strings.browser_all, { query });
  return element(
    "p",
    { class: "buttons" },
    isSearchPage ? null : element("a", { class: "button plain", href: shareUrl }, all),
    isSearchPage && more ? button(strings.browser_more, "button plain", onMore) : null,
    ...(isSearchPage && location.protocol !== "file:" ? shareNodes(shareUrl) : []),
  );
}

/** @param {string} shareUrl */
function shareNodes(shareUrl) {
  const said = element("span", { role: "status" });
  return [button(strings.browser_share, "button plain", () => share(shareUrl, said, strings)), said];
}

/**
 * Topics to narrow many hits to; which entry belongs where is only fetched when it is asked for.
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
  const fold = /** @type {HTMLDetailsElement} */ (
    element("details", { class: "more-help" }, element("summary", {}, strings.browser_ask_more), place)
  );
  fold.addEventListener("toggle", () => fold.open && onHandover(place), { once: true });
  return fold;
}

/**
 * @param {Node[] | null} nodes null when the hand-over could not be fetched
 * @param {Context} context
 */
function handoverNode(nodes, context) {
  return element(
    "div",
    { class: "handover" },
    element("h3", {}, strings.browser_ask),
    ...(nodes ?? plainContacts(context)),
  );
}

/**
 * Addresses that need nothing more from the network than a telephone.
 * @param {{root: URL}} context
 * @returns {Node[]}
 */
export function plainContacts({ root }) {
  const rows = config.contacts.map((/** @type {{label: string, address: string, url: string | null}} */ each) =>
    element("li", {}, `${each.label}: `, each.url ? element("a", { href: each.url }, each.address) : each.address),
  );
  const page = element("a", { href: new URL(config.contact, root).href }, strings.browser_contact);
  return [element("ul", {}, ...rows, element("li", {}, page))];
}
