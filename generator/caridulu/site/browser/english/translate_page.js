/**
 * English around an Indonesian text, so that no page exists twice: the page's own sentences are
 * exchanged for those of the message catalogue.
 */

import { element } from "../page/elements.js";
import { names, phrases, words } from "../values/phrases.js";
import { loadTitles, titleOf } from "./hit_titles.js";

/** @type {Map<string, string>} sentences without values */
const fixed = new Map();
/** @type {[RegExp, string][]} sentences with values */
const filled = [];
for (const [from, to] of phrases) {
  if (from.includes("{")) filled.push([patternOf(from), to]);
  else fixed.set(from, to);
}

/** Translates the sentences around the text of an Indonesian page into English, and names other entries so. */
export async function translatePage() {
  translateTexts();
  document.title = document.title.replace(/^.*(?= · )/, (title) => translate(title) ?? title); // before the office
  for (const node of document.querySelectorAll("[role=status], #hasil, #kanal")) node.setAttribute("lang", "en");
  for (const link of document.querySelectorAll("a[href^='https://wa.me/'], a[href^='mailto:']")) {
    translateMessage(/** @type {HTMLAnchorElement} */ (link));
  }
  // They stay when a link inside the page takes the place of the language in the address.
  for (const node of document.querySelectorAll(".frame, .english")) node.classList.add("stays");
  leadBack(/** @type {HTMLAnchorElement} */ (document.querySelector(".tongue")));
  await loadTitles();
  nameEntries();
}

/** Other entries are called in English where they have an English text, as hits are. */
function nameEntries() {
  for (const link of document.querySelectorAll("aside .links a, .entries a")) {
    const title = titleOf([/** @type {HTMLAnchorElement} */ (link).href.match(/\/kb\/([^/]+)/)?.[1] ?? "", ""]);
    if (!title) continue;
    link.textContent = title;
    link.setAttribute("lang", "en");
  }
}

/**
 * The link to the other language leads back to the page in Indonesian.
 * @param {HTMLAnchorElement} link
 */
function leadBack(link) {
  delete link.dataset.stays;
  Object.assign(link, { lang: "id", href: location.href.replace(/#.*/, "") });
  link.setAttribute("aria-label", `ID, ${words.other_language}`);
  link.replaceChildren(
    element("span", { class: "wide" }, words.other_language),
    element("span", { class: "narrow" }, "ID"),
  );
}

/** Marks what was translated as English; the answer and the page as a whole stay Indonesian. */
function translateTexts() {
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(document.body, shown, (node) =>
    node instanceof Element && node.matches(".answer, .english") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) translateAttributes(node);
    else translateText(node, /** @type {HTMLElement} */ (node.parentElement));
  }
}

/** @type {Set<Element>} */
const labelled = new Set(); // in English, while what is inside may be the office's own

/**
 * @param {Node} node
 * @param {HTMLElement} parent
 */
function translateText(node, parent) {
  const text = node.textContent ?? "";
  const translation = parent.localName === "time" ? translateNames(text) : translate(text.trim());
  // Inside what is labelled in English, a text of the office's own says that it is not.
  if (translation === null && text.trim() && !parent.lang) {
    const named = /** @type {Element} */ (parent.closest("[lang]"));
    if (labelled.has(named)) parent.lang = "id";
  }
  if (translation === null || translation === text) return;
  node.textContent = text.replace(text.trim(), () => translation);
  parent.lang = "en";
}

/** @param {Element} node */
function translateAttributes(node) {
  for (const { name, value } of [...node.attributes]) {
    const translation = fixed.get(value);
    if (translation === undefined || ["id", "class", "lang"].includes(name)) continue;
    node.setAttribute(name, translation);
    node.setAttribute("lang", "en");
    labelled.add(node);
  }
}

/**
 * A message that is already written says the same in both languages.
 * @param {HTMLAnchorElement} link
 */
function translateMessage(link) {
  link.href = link.href.replace(/\b(text|subject|body)=([^&]*)/g, (_, name, text) => {
    const lines = decodeURIComponent(text).split(/(\r?\n)/);
    return `${name}=${encodeURIComponent(lines.map((line) => translate(line) ?? line).join(""))}`;
  });
}

/**
 * A sentence of the catalogue in English; null for any other text.
 * @param {string} text
 * @returns {string | null}
 */
function translate(text) {
  const known = fixed.get(text);
  if (known !== undefined) return known;
  for (const [pattern, to] of filled) {
    const values = pattern.exec(text)?.groups;
    if (values) return to.replace(/\{(\w+)\}/g, (_, name) => fixed.get(values[name]) ?? translateNames(values[name]));
  }
  return null;
}

/**
 * Translates days, months, units and a number's decimal comma into English; everything else stays as it is.
 * @param {string} text
 */
function translateNames(text) {
  const translation = names.reduce((said, [from, to]) => said.replaceAll(from, to), text);
  return translation.replace(/^(\d+),(\d+)$/, "$1.$2");
}

/**
 * Of counts only digits fit: else "waktu jawaban" in a list would be a number of answers.
 * @param {string} template
 */
function patternOf(template) {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const value = (/** @type {string} */ _, /** @type {string} */ name) => `(?<${name}>${name === "count" ? "\\d\\S*" : ".+"})`;
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, value)}$`);
}
