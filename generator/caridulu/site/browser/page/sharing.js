/**
 * An answer on its way to somebody else: to the telephone's own sharing, else to a chat or the
 * clipboard. Those ways, and reading aloud, are loaded where they are used.
 */

import { words } from "../values/share_words.js";
import { shareOr } from "./device_share.js";
import { button } from "./elements.js";
import { load } from "./loader.js";
import { whenVoiced } from "./own_voice.js";
import { spoken } from "./share_parts.js";
import { oneLine } from "./strings.js";

/** Adds the buttons for sharing; without scripts there are none. */
export function connectSharing() {
  const place = /** @type {HTMLElement} */ (document.querySelector(".next"));
  const share = spoken(button(words.share, "button plain share-out", () => shareAnswer(share)), words.lang);
  place.append(share);
  whenVoiced(async () => {
    const { readingButton } = await load("reading");
    share.after(spoken(readingButton(), words.lang));
  });
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

/** Returns the page's public address; a page on a memory stick has none. */
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
function shareAnswer(opener) {
  const url = pageAddress();
  const data = { title: question(), text: answerText("") };
  return shareOr(url ? { ...data, url } : data, () => toggleWays(opener, url));
}

/**
 * @param {HTMLElement} opener
 * @param {string} url
 */
function toggleWays(opener, url) {
  load("ways").then((ways) => ways.toggleWays(opener, answerText(url), url), console.error);
}
