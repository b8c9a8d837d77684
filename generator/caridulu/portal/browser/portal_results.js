/** A portal's results as DOM nodes. */

import { button, element } from "../page/elements.js";
import { root } from "../page/root.js";
import { fill } from "../page/strings.js";
import { kindOf } from "../search/kinds.js";
import { share } from "../search/search_address.js";
import { portal, prefixes } from "../values/portal.js";
import { strings } from "../values/search_config.js";

const MOST_ASKED = 3; // offices that are offered to be asked

/** @typedef {import("./portal_search.js").Office} Office */
/** @typedef {import("./held_by.js").Hit} Hit */
/** @typedef {{hit: Hit, office: Office, same: number, adjusted: number, isShared: boolean, isAdjusted: boolean}} Answer */
/**
 * @typedef {{national?: Office, onForget: () => void, onMore: () => void, isMore: boolean}} Context the office for
 *   all, if there is one; the visitor's office is no longer put first; more answers are wanted, or there
 */

/**
 * @param {string} query
 * @param {any} found
 * @param {Context} context
 * @returns {(Node | null)[]}
 */
export function resultNodes(query, found, context) {
  const { greeting, outcome, answers, named, preferred } = found;
  if (greeting) return [heading(strings.browser_greeting), element("p", {}, strings.browser_greeting_tip)];
  const names = named.map((/** @type {Office} */ office) => office.short).join(", ");
  return [
    heading(said(query, found)),
    names ? element("p", { class: "note" }, fill(strings.for_place, { office: names })) : null,
    preferred && !names ? preferredNode(preferred, context) : null,
    outcome === "nothing" && answers.length ? element("h3", {}, strings.browser_near) : null,
    element("ol", { class: "hits" }, ...answers.map(answerNode)),
    answers.length ? furtherNode(query, found, context) : null,
    askNode(query, named.length ? named : [preferred ?? context.national ?? onlyOffice(answers[0])].filter(Boolean)),
  ];
}

/** @param {string} text */
const heading = (text) => element("h2", { tabindex: "-1" }, text);

/** @param {string} query @param {any} found */
function said(query, { outcome, unknown }) {
  if (outcome === "nothing") return fill(strings.browser_nothing, { query });
  if (outcome === "referral") return fill(strings.browser_referral, { query });
  if (outcome === "answered") return fill(strings.browser_found, { query });
  const words = unknown.map((/** @type {string} */ word) => `“${word}”`).join(", ");
  return words ? fill(strings.browser_missing, { words }) : strings.browser_weak;
}

/** @param {Office} office @param {Context} context */
function preferredNode(office, { onForget }) {
  const text = element("p", {}, fill(strings.preferring, { office: office.short }));
  return element("div", { class: "kept" }, text, button(strings.prefer_no_more, "link", onForget));
}

/** @param {Answer} answer */
function answerNode(answer) {
  const { hit, office, isAdjusted } = answer;
  const snippet = inWordsOf(office, hit.snippet);
  const link = element("a", { href: `${office.url}kb/${encodeURIComponent(hit.id)}/`, lang: "id" }, inWordsOf(office, hit.title));
  return element(
    "li",
    {},
    link,
    snippet ? element("p", { lang: "id" }, snippet) : null,
    element("p", { class: "about" }, [office.short, isAdjusted ? strings.adjusted_here : "", spread(answer)].filter(Boolean).join(" · ")),
  );
}

/**
 * A text with the office's own names in the place of their marks.
 * @param {Office} office
 * @param {string} text
 */
function inWordsOf(office, text) {
  const { name, short, region, place } = office;
  return text.replace(/\{(name|short|region|place)\}/g, (_, mark) => ({ name, short, region, place })[mark] ?? "");
}

/**
 * How many offices say so.
 * @param {Answer} answer
 */
function spread({ hit, same, adjusted, isShared }) {
  if (same + adjusted === 1) return "";
  if (!isShared || kindOf(hit.id, prefixes) === "direct") return fill(strings.held_each, { all: same + adjusted });
  return fill(adjusted ? strings.held_adjusted : strings.held_by, { same, adjusted });
}

/**
 * More answers, and sharing, which alone puts what was asked into an address: behind "#", which no
 * server sees either.
 * @param {string} query
 * @param {any} found
 * @param {Context} context
 */
function furtherNode(query, { answers, count }, { onMore, isMore }) {
  const status = element("span", { role: "status" });
  const address = new URL(`${portal.search}#${new URLSearchParams({ q: query })}`, root).href;
  return element(
    "p",
    { class: "buttons" },
    count > answers.length && !isMore ? button(strings.browser_more, "button plain", onMore) : null,
    button(strings.browser_share, "button plain", () => share(address, status)),
    status,
  );
}

/**
 * The office of an answer that no other has; of many, none is the visitor's.
 * @param {Answer} [answer]
 */
const onlyOffice = (answer) => (answer && answer.same + answer.adjusted === 1 ? answer.office : undefined);

/**
 * The way to the offices' own search page, which writes the question to them. The words go behind
 * "#": the office's server does not see them either.
 * @param {string} query
 * @param {Office[]} offices
 */
function askNode(query, offices) {
  const links = offices.slice(0, MOST_ASKED).map(({ url, ask, short }) =>
    element("a", { class: "button", href: url + ask + encodeURIComponent(query) }, fill(strings.ask_office, { office: short })),
  );
  const [look, text] = links.length ? ["button plain", strings.ask_other] : ["button", strings.ask_any];
  const others = element("a", { class: look, href: new URL(`${portal.home}#kantor`, root).href }, text);
  return element("div", { class: "handover" }, element("h3", {}, strings.ask_title), element("p", { class: "buttons" }, ...links, " ", others));
}
