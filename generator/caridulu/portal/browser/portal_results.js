/** A portal's results as DOM nodes. */

import { button, element } from "../page/elements.js";
import { root } from "../page/root.js";
import { fill } from "../page/strings.js";
import { kindOf } from "../search/kinds.js";
import { prefixes, strings } from "../values/portal.js";

const MOST_ASKED = 3; // offices that are offered to be asked

/** @typedef {import("./portal_search.js").Office} Office */
/** @typedef {import("./held_by.js").Hit} Hit */
/** @typedef {{hit: Hit, office: Office, same: number, adjusted: number, isAdjusted: boolean}} Answer */

/**
 * @param {string} query
 * @param {any} found
 * @param {() => void} onForget the visitor's office is no longer put first
 * @returns {(Node | null)[]}
 */
export function resultNodes(query, found, onForget) {
  const { greeting, outcome, answers, named, preferred } = found;
  if (greeting) return [element("h2", {}, strings.browser_greeting), element("p", {}, strings.browser_greeting_tip)];
  const names = named.map((/** @type {Office} */ office) => office.short).join(", ");
  return [
    element("h2", {}, heading(query, found)),
    names ? element("p", { class: "note" }, fill(strings.for_place, { office: names })) : null,
    preferred && !names ? preferredNode(preferred, onForget) : null,
    outcome === "nothing" && answers.length ? element("h3", {}, strings.browser_near) : null,
    element("ol", { class: "hits" }, ...answers.map(answerNode)),
    askNode(query, named.length ? named : [preferred ?? answers[0]?.office].filter(Boolean)),
  ];
}

/** @param {string} query @param {any} found */
function heading(query, { outcome, unknown }) {
  if (outcome === "nothing") return fill(strings.browser_nothing, { query });
  if (outcome === "referral") return fill(strings.browser_referral, { query });
  if (outcome === "answered") return fill(strings.browser_found, { query });
  const words = unknown.map((/** @type {string} */ word) => `“${word}”`).join(", ");
  return words ? fill(strings.browser_missing, { words }) : strings.browser_weak;
}

/** @param {Office} office @param {() => void} onForget */
function preferredNode(office, onForget) {
  const said = element("p", {}, fill(strings.preferring, { office: office.short }));
  return element("div", { class: "kept" }, said, button(strings.prefer_no_more, "link", onForget));
}

/** @param {Answer} answer */
function answerNode(answer) {
  const { hit, office, isAdjusted } = answer;
  const id = hit.id.split(":")[0];
  const snippet = isAdjusted ? strings.adjusted_here : inWordsOf(office, hit.snippet);
  return element(
    "li",
    {},
    element("a", { href: `${office.url}kb/${encodeURIComponent(id)}/` }, inWordsOf(office, hit.title)),
    snippet ? element("p", {}, snippet) : null,
    element("p", { class: "about" }, [office.short, spread(answer)].filter(Boolean).join(" · ")),
  );
}

/**
 * A text with the office's own names in the place of their marks.
 * @param {Office} office
 * @param {string} text
 */
function inWordsOf(office, text) {
  const { name, short, region } = office;
  return text.replace(/\{(name|short|region)\}/g, (_, mark) => ({ name, short, region })[mark] ?? "");
}

/**
 * How many offices say so.
 * @param {Answer} answer
 */
function spread({ hit, same, adjusted }) {
  if (same + adjusted === 1) return "";
  if (kindOf(hit.id, prefixes) === "direct") return fill(strings.held_each, { same });
  return fill(adjusted ? strings.held_adjusted : strings.held_by, { same, adjusted });
}

/**
 * The way to the offices' own search page, which writes the question to them.
 * @param {string} query
 * @param {Office[]} offices
 */
function askNode(query, offices) {
  const links = offices.slice(0, MOST_ASKED).map(({ url, ask, short }) =>
    element("a", { class: "button", href: url + ask + encodeURIComponent(query) }, fill(strings.ask_office, { office: short })),
  );
  const others = element("a", { class: "button plain", href: new URL("./#kantor", root).href }, strings.ask_other);
  return element("div", { class: "handover" }, element("h3", {}, strings.ask_title), element("p", { class: "buttons" }, ...links, " ", others));
}
