/** Results and every other state of a search as DOM nodes. Content only ever becomes text. */

import { channelUrl, messageText } from "./fallback.js";
import { promiseText } from "./reply_date.js";
import { fill } from "./text.js";

/**
 * @typedef {import("./fallback.js").Draft} Draft
 * @typedef {{id: string, score: number, title: string, url: string, snippet?: string}} Hit
 * @typedef {{from: string, to: string}} Correction
 * @typedef {{query: string, outcome: "answered" | "weak" | "nothing", hits: Hit[],
 *   corrections: Correction[], shareUrl: string | null, drafts: {K: Draft, P: Draft}}} Result
 * @typedef {{config: any, root: URL, onExact: () => void, onRetry: () => void}} Context
 */

const NEAR = 3; // hits shown when none of them is sure
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * The nodes for one finished search.
 * @param {Result} result
 * @param {Context} context
 * @returns {Node[]}
 */
export function resultNodes(result, context) {
  const { strings } = context.config;
  const corrected = correctionNode(result, context);
  if (result.outcome === "nothing" || result.hits.length === 0) {
    return [
      heading(fill(strings.browser_nothing, { query: result.query })),
      ...(corrected ? [corrected] : []),
      element("p", {}, strings.browser_nothing_tip),
      ...nearMisses(result.hits, context),
      ...handover(result.drafts, context),
    ];
  }
  const weak = result.outcome === "weak";
  const title = weak ? strings.browser_weak : fill(strings.browser_found, { query: result.query });
  return [
    heading(title),
    ...(corrected ? [corrected] : []),
    hitList(weak ? result.hits.slice(0, NEAR) : result.hits, context),
    ...(result.shareUrl ? [shareNode(result.shareUrl, strings)] : []),
    ...(weak ? handover(result.drafts, context) : [foldedHandover(result.drafts, context)]),
  ];
}

/**
 * A greeting gets a greeting, and a person is within reach.
 * @param {{K: Draft, P: Draft}} drafts
 * @param {Context} context
 * @returns {Node[]}
 */
export function greetingNodes(drafts, context) {
  const { strings } = context.config;
  return [
    heading(strings.browser_greeting),
    element("p", {}, strings.browser_greeting_tip),
    foldedHandover(drafts, context),
  ];
}

/**
 * @param {Context} context
 * @returns {Node[]}
 */
export function loadingNodes({ config }) {
  return [element("p", { class: "note" }, config.strings.browser_loading)];
}

/**
 * Search does not work: why, what to do, and the way to a person all the same.
 * @param {"offline" | "outdated" | "failed"} reason
 * @param {{K: Draft, P: Draft}} drafts
 * @param {Context} context
 * @returns {Node[]}
 */
export function failureNodes(reason, drafts, context) {
  const { strings } = context.config;
  const outdated = reason === "outdated";
  const again = element(
    "button",
    { type: "button", class: "button" },
    outdated ? strings.browser_reload : strings.browser_retry,
  );
  again.addEventListener("click", outdated ? () => location.reload() : context.onRetry);
  return [
    heading(strings[`browser_${reason}`]),
    element("p", { class: "buttons" }, again),
    ...handover(drafts, context),
  ];
}

/** @param {string} text */
function heading(text) {
  return element("h2", { tabindex: "-1" }, text);
}

/**
 * @param {Hit[]} hits
 * @param {Context} context
 */
function hitList(hits, { root }) {
  const items = hits.map((hit) =>
    element(
      "li",
      {},
      element("a", { href: new URL(hit.url, root).href }, hit.title),
      hit.snippet ? element("p", {}, hit.snippet) : null,
    ),
  );
  return element("ol", { class: "hits" }, ...items);
}

/**
 * @param {Hit[]} hits
 * @param {Context} context
 */
function nearMisses(hits, context) {
  if (hits.length === 0) return [];
  return [element("h3", {}, context.config.strings.browser_near), hitList(hits.slice(0, NEAR), context)];
}

/**
 * What the words were read as, and the way back to the words as typed.
 * @param {Result} result
 * @param {Context} context
 */
function correctionNode({ query, corrections }, { config, onExact }) {
  if (corrections.length === 0) return null;
  const read = corrections.reduce((text, { from, to }) => replaceWord(text, from, to), query);
  const exact = element(
    "button",
    { type: "button", class: "link" },
    fill(config.strings.browser_exact, { query }),
  );
  exact.addEventListener("click", onExact);
  const shown = fill(config.strings.browser_corrected, { query: read });
  return element("p", { class: "corrected" }, shown, " ", exact);
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
 * @param {string} url
 * @param {Record<string, string>} strings
 */
function shareNode(url, strings) {
  return element("p", { class: "note" }, element("a", { href: url }, strings.browser_share));
}

/**
 * @param {{K: Draft, P: Draft}} drafts
 * @param {Context} context
 */
function foldedHandover(drafts, context) {
  const { strings } = context.config;
  return element(
    "details",
    { class: "more-help" },
    element("summary", {}, strings.browser_ask_more),
    ...channelNodes(drafts.K, context),
    complaintNode(drafts.P, context),
  );
}

/**
 * The consultation channels with the message already written, and the complaint channels apart.
 * @param {{K: Draft, P: Draft}} drafts
 * @param {Context} context
 */
function handover(drafts, context) {
  const { strings } = context.config;
  return [
    element(
      "div",
      { class: "handover" },
      element("h3", {}, strings.browser_ask),
      ...channelNodes(drafts.K, context),
      complaintNode(drafts.P, context),
    ),
  ];
}

/**
 * @param {Draft} draft
 * @param {Context} context
 */
function complaintNode(draft, context) {
  return element(
    "details",
    {},
    element("summary", {}, context.config.strings.browser_complain),
    ...channelNodes(draft, context),
  );
}

/**
 * @param {Draft} draft
 * @param {Context} context
 */
function channelNodes(draft, { config }) {
  const consults = draft.topic === "K";
  const channels = config.channels[consults ? "consultation" : "complaint"];
  const promise = consults ? promiseText(config, new Date()) : "";
  const notice = `${config.strings.send_notice} ${config.strings.impostor_notice}`;
  return [
    element(
      "div",
      { class: "channels" },
      promise ? element("p", { class: "promise" }, iconNode(config.icons.promise), promise) : null,
      element(
        "ul",
        {},
        ...channels.map((/** @type {any} */ channel) => channelNode(channel, draft, config)),
      ),
      previewNode(draft, config),
      element("p", { class: "note" }, notice),
    ),
  ];
}

/**
 * @param {import("./fallback.js").Channel} channel
 * @param {Draft} draft
 * @param {any} config
 */
function channelNode(channel, draft, config) {
  const url = channelUrl(channel, draft, config);
  const words = element(
    "span",
    {},
    element("b", {}, channel.label),
    channel.address ? element("span", { class: "note" }, channel.address) : null,
  );
  const face = url ? element("a", { href: url, rel: "noopener" }) : element("div");
  face.append(iconNode(config.icons[channel.kind]), words);
  return element(
    "li",
    { "data-channel": channel.id },
    face,
    channel.note ? element("p", { class: "note" }, channel.note) : null,
    channel.warning
      ? element("p", { class: "warn" }, iconNode(config.icons.warning), channel.warning)
      : null,
  );
}

/** @param {string} drawing */
function iconNode(drawing) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", drawing);
  svg.append(path);
  return svg;
}

/**
 * The message in full, to read before sending and to copy into a web form.
 * @param {Draft} draft
 * @param {any} config
 */
function previewNode(draft, config) {
  const text = messageText(draft, config);
  const copy = element("button", { type: "button", class: "button plain" }, config.strings.browser_copy);
  const done = element("span", { role: "status" });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    done.textContent = ` ${config.strings.browser_copied}`;
  });
  return element(
    "details",
    { class: "preview" },
    element("summary", {}, config.strings.browser_preview),
    element("p", { class: "message" }, text),
    // Browsers offer the clipboard on https and on this computer only.
    navigator.clipboard ? element("p", {}, copy, done) : null,
  );
}
