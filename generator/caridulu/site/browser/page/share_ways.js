/** Ways to share an answer where the telephone has none of its own: a chat, or the clipboard. */

import { words } from "../values/ways_words.js";
import { copy } from "./copying.js";
import { button, element } from "./elements.js";
import { spoken } from "./share_parts.js";

/**
 * Shows the ways to share below the button that opens them, or takes them away again.
 * @param {HTMLElement} opener
 * @param {string} text the answer as it reads in a chat
 * @param {string} url the page's address, if others can open it
 */
export function toggleWays(opener, text, url) {
  const shown = document.querySelector(".share");
  opener.setAttribute("aria-expanded", String(!shown));
  if (shown) shown.remove();
  else opener.parentElement?.after(ways(text, url));
}

/**
 * @param {string} text
 * @param {string} url
 */
function ways(text, url) {
  const status = element("div", { role: "status" });
  const copies = [button(words.share_answer, "button plain", () => copyText(text, status))];
  if (url) copies.push(button(words.share_link, "button plain", () => copyText(url, status)));
  const href = `https://wa.me/?text=${encodeURIComponent(text)}`;
  const whatsapp = element("a", { class: "button plain", href, target: "_blank", rel: "noopener" }, "WhatsApp");
  return spoken(element("div", { class: "share" }, element("p", { class: "buttons" }, whatsapp, ...copies), status), words.lang);
}

/**
 * @param {string} text
 * @param {HTMLElement} status what came of it
 */
function copyText(text, status) {
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea", { readonly: "", rows: "5" }, text));
  return copy(text, status, [words.share_copied, words.share_by_hand], area);
}
