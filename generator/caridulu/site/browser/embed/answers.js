/** What is shown below the box on another site; fetched when the box has the focus, with the search client. */

import { element } from "../page/elements.js";
import { fill } from "../page/strings.js";
import { openIndex } from "../search/client.js";
import { kindOf } from "../search/kinds.js";
import { announcement, NEAR, weakHeading } from "../search/outcome_words.js";
import { withTelephones } from "../search/telephones.js";
import { prefixes, strings, telephones, titles, trial } from "../values/embed_answers.js";
import { said, wayOn } from "./search_page.js";

export { openIndex };

/** @typedef {import("./search_page.js").Tongue} Tongue */
/** @typedef {{id: string, title: string, snippet: string, url: string}} Hit */

/**
 * @param {any} found
 * @param {string} words
 * @param {Tongue} tongue
 * @returns {(Node | null)[]}
 */
export function answerNodes(found, words, tongue) {
  return [...outcomeNodes(found, words, tongue), trial ? element("p", { class: "note" }, trial) : null];
}

/**
 * @param {any} found
 * @param {string} words
 * @param {Tongue} tongue
 * @returns {(Node | null)[]}
 */
function outcomeNodes(found, words, tongue) {
  const { greeting, outcome, hits } = found;
  if (greeting) return [said(strings.browser_greeting), element("p", {}, strings.browser_greeting_tip)];
  const ask = wayOn(strings.browser_ask, words, tongue);
  if (outcome === "nothing" || hits.length === 0) {
    const near = hits.length ? [element("p", {}, strings.browser_near), hitList(hits.slice(0, NEAR), tongue)] : [];
    return [said(fill(strings.browser_nothing, { query: words })), correction(found, words), ask, ...near];
  }
  if (outcome === "weak") {
    return [said(weakHeading(found, strings)), correction(found, words), hitList(hits.slice(0, NEAR), tongue), ask];
  }
  const isReferral = kindOf(hits[0].id, prefixes) === "referral";
  return [
    said(fill(isReferral ? strings.browser_referral : strings.browser_found, { query: words })),
    correction(found, words),
    hitList(hits, tongue),
    wayOn(fill(strings.browser_all, { query: words }), words, tongue),
  ];
}

/**
 * For those who cannot see the hits.
 * @param {any} found
 * @param {string} words
 */
export const announcementOf = (found, words) =>
  [correction(found, words)?.textContent, announcement(found, strings)].filter(Boolean).join(" ");

/**
 * @param {Hit[]} hits
 * @param {Tongue} tongue
 */
function hitList(hits, tongue) {
  return element("ol", {}, ...hits.map((hit, n) => element("li", {}, ...hitNodes(hit, n === 0, tongue))));
}

/**
 * A question; a hit that is no entry says so, and if it is the first, also what it answers.
 * @param {Hit} hit
 * @param {boolean} isFirst
 * @param {Tongue} tongue
 * @returns {(Node | null)[]}
 */
function hitNodes({ id, title, snippet, url }, isFirst, { root, mark, lang }) {
  const { browser_direct: direct, browser_responsible: referral } = strings;
  const kind = { entry: "", direct, referral }[kindOf(id, prefixes)];
  const call = { name: strings.browser_call, lang };
  return [
    element("a", { href: root + url + mark, lang: titles[id] ? "en" : "id" }, titles[id] ?? title),
    kind ? element("p", { class: "kind" }, kind) : null,
    kind && isFirst ? element("p", { lang: "id" }, ...withTelephones(snippet, telephones[id], call)) : null,
  ];
}

/**
 * @param {any} found
 * @param {string} words
 */
function correction({ greeting, corrections }, words) {
  if (greeting || corrections.length === 0) return null;
  const readAs = new Map(corrections.map((/** @type {{from: string, to: string}} */ { from, to }) => [from, to]));
  const read = words.replace(/\S+/g, (word) => readAs.get(word.toLowerCase()) ?? word);
  return element("p", {}, fill(strings.browser_corrected, { query: read }));
}
