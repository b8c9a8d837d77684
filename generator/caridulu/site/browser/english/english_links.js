/**
 * For who reads English: links lead to the English page where there is one, and else carry the
 * language along. Nothing is stored: that a visitor reads English is in the address, behind `#`.
 */

import { load } from "../page/loader.js";
import { root } from "../page/root.js";
import { englishUrls } from "../values/english_urls.js";

const HASH = "#en";

/** Makes this page's links, its search and its own sentences English. */
export function connectEnglish() {
  for (const kind of ["click", "auxclick"]) {
    document.addEventListener(kind, keepEnglish, true);
  }
  if (document.documentElement.lang === "en") return;
  // A link inside the page would take the place of the language in the address.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    /** @type {HTMLElement} */ (document.querySelector("#isi")).focus();
  });
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
  form.action = new URL(counterpart(pathOf(form.action) ?? "") ?? "", root).href;
  load("translate").then(({ translatePage }) => translatePage());
}

/**
 * Links lead to the English page where there is one, and else carry the language along.
 * @param {Event} event
 */
function keepEnglish(event) {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || link.matches(".tongue") || link.hash) return;
  const path = pathOf(link.href);
  if (path === null || path.startsWith("en/")) return;
  const other = counterpart(path);
  if (other === undefined) link.hash = HASH;
  else link.href = new URL(other, root).href;
}

/**
 * The site path behind an address; null outside the site.
 * @param {string} address
 */
function pathOf(address) {
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
  const english = /** @type {Record<string, string>} */ (englishUrls)[folder];
  return english === undefined ? undefined : `${english}${rest}`;
}
