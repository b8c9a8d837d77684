/**
 * English around an Indonesian text, so that no page exists twice: the page's own sentences are
 * exchanged for those of the message catalogue.
 */

import { bar, element } from "./elements.js";
import { names, phrases } from "./phrases.js";

/** @type {Map<string, string>} */
const fixed = new Map();
/** @type {[RegExp, string][]} */
const open = [];
for (const [from, to] of phrases) {
  if (!from.includes("{")) fixed.set(from, to);
  else open.push([patternOf(from), to]);
}

/** What surrounds the text of an Indonesian page. */
export function translatePage() {
  translateTexts();
  for (const node of document.querySelectorAll("[role=status], #hasil, #kanal")) node.setAttribute("lang", "en");
  for (const link of document.querySelectorAll("a[href^='https://wa.me/'], a[href^='mailto:']")) {
    translateMessage(/** @type {HTMLAnchorElement} */ (link));
  }
  bar(element("p", { class: "frame wrap", lang: "en" }, fixed.get("frame_note") ?? ""));
  const back = /** @type {HTMLAnchorElement} */ (document.querySelector(".tongue"));
  delete back.dataset.stays;
  Object.assign(back, { lang: "id", href: location.href.replace(/#.*/, "") });
  const [name, code] = [fixed.get("other_language") ?? "", "ID"];
  back.setAttribute("aria-label", `${code}, ${name}`);
  back.replaceChildren(...[["wide", name], ["narrow", code]].map(labelled));
}

/** @param {string[]} label */
function labelled([look, text]) {
  const node = document.createElement("span");
  return Object.assign(node, { className: look, textContent: text });
}

/** What was put into English says so; the answer, and the page as a whole, stay Indonesian. */
function translateTexts() {
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = document.createTreeWalker(document.body, shown, (node) =>
    node instanceof Element && node.matches(".answer") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) translateAttributes(node);
    else {
      const text = node.textContent ?? "";
      const place = /** @type {HTMLElement} */ (node.parentElement);
      const said = place.localName === "time" ? english(text) : say(text.trim());
      // Inside what is named in English, a text of the office's own says that it is not.
      if (said === null && text.trim() && !place.lang && isNamed(place)) place.lang = "id";
      if (said === null || said === text) continue;
      node.textContent = text.replace(text.trim(), () => said);
      place.lang = "en";
    }
  }
}

/** @type {Set<Element>} */
const named = new Set(); // in English, while what is inside may be the office's own

/** @param {Element} place */
const isNamed = (place) => named.has(/** @type {Element} */ (place.closest("[lang]")));

/** @param {Element} node */
function translateAttributes(node) {
  for (const { name, value } of [...node.attributes]) {
    const said = fixed.get(value);
    if (said === undefined || ["id", "class", "lang"].includes(name)) continue;
    node.setAttribute(name, said);
    node.setAttribute("lang", "en");
    named.add(node);
  }
}

/**
 * A message that is already written says the same in both languages.
 * @param {HTMLAnchorElement} link
 */
function translateMessage(link) {
  link.href = link.href.replace(/\b(text|subject|body)=([^&]*)/g, (_, name, text) => {
    const lines = decodeURIComponent(text).split(/(\r?\n)/);
    return `${name}=${encodeURIComponent(lines.map((line) => say(line) ?? line).join(""))}`;
  });
}

/**
 * @param {string} text
 * @returns {string | null}
 */
function say(text) {
  const known = fixed.get(text);
  if (known !== undefined) return known;
  for (const [pattern, to] of open) {
    const found = pattern.exec(text)?.groups;
    if (found) return to.replace(/\{(\w+)\}/g, (_, name) => english(found[name]));
  }
  return null;
}

/**
 * Days, months and units in English; everything else as it is.
 * @param {string} text
 */
function english(text) {
  return names.reduce((said, [from, to]) => said.replaceAll(from, to), text);
}

/** @param {string} template */
function patternOf(template) {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`);
}
