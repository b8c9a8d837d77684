/** Results and every other state of a search as DOM nodes. */

import { button, element } from "../page/elements.js";
import { beginning } from "../page/shortening.js";
import { fill } from "../page/strings.js";
import { config, strings } from "../values/search_config.js";
import { choicesNode } from "./choices.js";
import { IndexProblem } from "./client.js";
import { correctionNode } from "./correction.js";
import { cardNode, hitList } from "./hit_list.js";
import { kindOf } from "./kinds.js";
import { foldedHandover, handoverNode, lastResort } from "./last_resort.js";
import { NEAR, weakHeading } from "./outcome_words.js";
import { share } from "./search_address.js";

/**
 * @typedef {import("./highlighting.js").Match} Match
 * @typedef {import("./topics.js").TopicCount} TopicCount
 * @typedef {{entry: number, id: string, score: number, title: string, url: string, snippet?: string, note?: string}} Hit
 * @typedef {{from: string, to: string}} Correction
 * @typedef {{entry?: number, label: string, query: string}} Choice
 * @typedef {{query: string, exact: boolean, outcome: "answered" | "referral" | "weak" | "nothing", hits: Hit[],
 *   corrections: Correction[], terms: Match[], unknown: string[], competing: number, choices: Choice[],
 *   guess: string, count: number, limit: number, complete: boolean, complains: boolean, shareUrl: string, more: boolean,
 *   topics: TopicCount[] | null, topic: string, handover: Node[] | null}} Result
 * @typedef {{isSearchPage: boolean, termOf: (word: string) => string,
 *   onExact: (exact: boolean) => void, onAsk: (query: string) => void, onRetry: () => void, onMore: () => void,
 *   onFilter: () => void, onTopic: (id: string) => void,
 *   onHandover: (place: HTMLElement) => void}} Context
 */

const MANY = 8; // hits that are worth a filter, if they are of two topics

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
      heading(fill(strings.browser_nothing, { query: beginning(query) })),
      correction,
      choicesNode(result, context),
      element("p", {}, strings.browser_nothing_tip),
      ...(hits.length ? [element("h3", {}, strings.browser_near), hitList(near, context)] : []),
      handoverNode(result.handover, result.complains ? strings.browser_complain : undefined),
    ];
  }
  if (outcome === "weak") {
    return [
      heading(weakHeading(result, strings)),
      correction,
      choicesNode(result, context),
      hitList(near, context),
      whyNode(result),
      handoverNode(result.handover, result.complains ? strings.browser_complain : undefined),
    ];
  }
  const [first, ...others] = hits;
  if (kindOf(first.id, config.prefixes) === "referral") {
    return [
      heading(fill(strings.browser_referral, { query: beginning(query) })),
      correction,
      cardNode(first, result, context),
      ...(others.length ? [element("h3", {}, strings.browser_near)] : []),
      others.length ? hitList({ ...near, hits: others.slice(0, NEAR) }, context) : null,
      lastResort(result, context),
    ];
  }
  const isDirect = kindOf(first.id, config.prefixes) === "direct";
  return [
    heading(fill(strings.browser_found, { query: beginning(query) })),
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
 * Answers a greeting, and offers the way to a person.
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

/**
 * Why search does not work.
 * @param {unknown} error
 * @returns {"offline" | "outdated" | "damaged" | "failed"}
 */
export function failureReason(error) {
  const kind = error instanceof IndexProblem ? error.kind : "";
  // A page from before the last build asks for an index that is gone.
  if (kind === "version" || kind === "missing") return "outdated";
  if (kind === "damaged") return "damaged";
  return navigator.onLine ? "failed" : "offline";
}

/**
 * Shows why search does not work, what to do, and the way to a person.
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

/** @param {string} text */
function heading(text) {
  return element("h2", { tabindex: "-1" }, text);
}

/**
 * Lists the words that led to the best result, the strongest first.
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
    const said = fill(strings.browser_all, { query: beginning(query) });
    return element("p", { class: "buttons" }, element("a", { class: "button plain", href: shareUrl }, said));
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
