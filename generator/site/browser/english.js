/**
 * English for who does not read Indonesian. Answers stay Indonesian; on their pages the sentences
 * around them are put into English here, so that no page exists twice. Nothing is stored: that a
 * visitor reads English is in the address, behind `#`, and is carried from link to link.
 */

import { names, phrases, places } from "./phrases.js";

const HASH = "#en";

/** @type {Map<string, string>} */
const fixed = new Map();
/** @type {[RegExp, string][]} */
const open = [];
for (const [from, to] of phrases) {
  if (!from.includes("{")) fixed.set(from, to);
  else open.push([patternOf(from), to]);
}

/**
 * Everything that an English visitor needs on this page.
 * @param {URL} root
 */
export function speakEnglish(root) {
  if (document.documentElement.lang !== "en") translatePage(root);
  for (const kind of ["click", "auxclick"]) {
    document.addEventListener(kind, (event) => keepEnglish(event, root), true);
  }
}

/** @param {URL} root */
function translatePage(root) {
  translateTexts();
  for (const node of document.querySelectorAll("[role=status], #hasil, #kanal")) node.setAttribute("lang", "en");
  for (const link of document.querySelectorAll("a[href^='https://wa.me/'], a[href^='mailto:']")) {
    translateMessage(/** @type {HTMLAnchorElement} */ (link));
  }
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
  form.action = new URL(counterpart(pathOf(form.action, root) ?? "") ?? "", root).href;
  const main = /** @type {HTMLElement} */ (document.querySelector("#isi > div.wrap"));
  const note = document.createElement("p");
  Object.assign(note, { className: "frame", lang: "en", textContent: fixed.get("frame_note") });
  main.prepend(note);
  const back = /** @type {HTMLAnchorElement} */ (document.querySelector(".tongue"));
  delete back.dataset.stays;
  Object.assign(back, { lang: "id", hreflang: "id", href: location.href.replace(/#.*/, "") });
  const [name, code] = [fixed.get("other_language") ?? "", "ID"];
  back.setAttribute("aria-label", `${code}, ${name}`);
  back.replaceChildren(...[["wide", name], ["narrow", code]].map(labelled));
}

/** @param {string[]} label */
function labelled([look, text]) {
  const node = document.createElement("span");
  return Object.assign(node, { className: look, textContent: text });
}

/** What was put into English says so; the page as a whole stays Indonesian. */
function translateTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) translateAttributes(node);
    else {
      const text = node.textContent ?? "";
      const place = /** @type {HTMLElement} */ (node.parentElement);
      const said = place.localName === "time" ? english(text) : say(text.trim());
      if (said === null || said === text) continue;
      node.textContent = text.replace(text.trim(), () => said);
      place.lang = "en";
    }
  }
}

/** @param {Element} node */
function translateAttributes(node) {
  for (const { name, value } of [...node.attributes]) {
    const said = fixed.get(value);
    if (said === undefined || name === "id" || name === "class") continue;
    node.setAttribute(name, said);
    if (node.childElementCount === 0) node.setAttribute("lang", "en");
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
 * Links lead to the English page where there is one, and else carry the language along.
 * @param {Event} event
 * @param {URL} root
 */
function keepEnglish(event, root) {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || link.matches(".tongue") || link.hash) return;
  const path = pathOf(link.href, root);
  if (path === null || path.startsWith("en/")) return;
  const other = counterpart(path);
  if (other === undefined) link.hash = HASH;
  else link.href = new URL(other, root).href;
}

/**
 * The site path behind an address; null outside the site.
 * @param {string} address
 * @param {URL} root
 */
function pathOf(address, root) {
  const base = new URL(".", root).href;
  return address.startsWith(base) ? address.slice(base.length) : null;
}

/**
 * The English page beside an Indonesian one; with its file where the site is opened from a folder.
 * @param {string} path
 * @returns {string | undefined}
 */
function counterpart(path) {
  const [, folder, rest] = /** @type {RegExpExecArray} */ (/^(.*?)((?:index\.html)?(?:\?.*)?)$/.exec(path));
  return folder in places ? `${places[folder]}${rest}` : undefined;
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
