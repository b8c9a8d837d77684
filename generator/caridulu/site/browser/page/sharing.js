/** An answer on its way to somebody else: to the telephone's own sharing, a chat, or the clipboard. */

import { words } from "../values/share_words.js";
import { button, element } from "./elements.js";
import { readingButton } from "./reading_aloud.js";
import { oneLine } from "./strings.js";

/** Puts the buttons beside those that lead on; without scripts there are none. */
export function connectSharing() {
  const place = /** @type {HTMLElement} */ (document.querySelector(".next"));
  const share = spoken(button(words.share, "button plain share-out", () => shareAnswer(share)));
  place.append(share);
  readingButton((reading) => share.after(spoken(reading)));
}

/**
 * What travels in a chat: the question, its answer in a nutshell, where the rest is, and that
 * nobody has approved it yet.
 * @param {string} address
 * @returns {string}
 */
function answerText(address) {
  return [question(), nutshell(), address, words.trial].filter(Boolean).join("\n\n");
}

/** The page's address for others; a page on a memory stick has none. */
function pageAddress() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  if (canonical) return canonical.href;
  return location.protocol === "file:" ? "" : location.href.replace(/[?#].*/, "");
}

function question() {
  return oneLine(document.querySelector("article h1")?.textContent ?? "");
}

/** The first paragraph of the answer: on a page of another institution's matter, who is responsible. */
function nutshell() {
  return oneLine(document.querySelector("article .lead, .answer > *")?.textContent ?? "");
}

/** @param {HTMLElement} opener */
async function shareAnswer(opener) {
  const url = pageAddress();
  if (!navigator.share) return toggleWays(opener);
  try {
    const text = answerText("");
    await navigator.share(url ? { title: question(), text, url } : { title: question(), text });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name !== "AbortError") toggleWays(opener); // else they changed their mind
  }
}

/**
 * Shows the ways to share below the button that opens them, or takes them away again.
 * @param {HTMLElement} opener
 */
function toggleWays(opener) {
  const shown = document.querySelector(".share");
  opener.setAttribute("aria-expanded", String(!shown));
  if (shown) shown.remove();
  else opener.parentElement?.after(ways());
}

function ways() {
  const url = pageAddress();
  const text = answerText(url);
  const status = element("div", { role: "status" });
  const copies = [button(words.share_answer, "button plain", () => copy(text, status))];
  if (url) copies.push(button(words.share_link, "button plain", () => copy(url, status)));
  const href = `https://wa.me/?text=${encodeURIComponent(text)}`;
  const whatsapp = element("a", { class: "button plain", href, target: "_blank", rel: "noopener" }, "WhatsApp");
  return spoken(element("div", { class: "share" }, element("p", { class: "buttons" }, whatsapp, ...copies), status));
}

/**
 * To the clipboard, or else to the eye.
 * @param {string} text
 * @param {HTMLElement} status what came of it
 */
async function copy(text, status) {
  try {
    if (!navigator.clipboard) return showText(text, status); // only https has one
    await navigator.clipboard.writeText(text);
    status.textContent = words.share_copied;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    showText(text, status);
  }
}

/**
 * @param {string} text
 * @param {HTMLElement} status
 */
function showText(text, status) {
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea", { readonly: "", rows: "5" }, text));
  status.replaceChildren(element("label", {}, words.share_by_hand, area));
  area.focus();
  area.select();
}

/**
 * Marks an element as written in the language of the scripts.
 * @template {HTMLElement} T
 * @param {T} node
 */
function spoken(node) {
  if (words.lang !== document.documentElement.lang) node.lang = words.lang;
  return node;
}
