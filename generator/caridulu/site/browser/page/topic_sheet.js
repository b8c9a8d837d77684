/** Prints a topic: fetches the full answers from their pages when the visitor asks for it. */

import { words } from "../values/sheet_words.js";
import { element } from "./elements.js";
import { fill } from "./strings.js";

const MANY = 50; // answers that are printed without saying first how many pages they fill
const PER_PAGE = 1.8; // answers on a page of A4, counted in the PDF of four topics with 51 answers
const TOGETHER = 6;

/** @typedef {(page: Document) => string | null} PastReview the remark on a page past its review date */

/** @type {HTMLElement | null} */
let sheet = null;
let isConfirmed = false;

/**
 * Prints the answers that this page lists; if they are many, only after a second click.
 * @param {HTMLElement} status what is going on, beside the button
 * @param {PastReview} pastReview
 * @param {string} failed what to say when not every answer can be had
 */
export async function printAnswers(status, pastReview, failed) {
  const list = /** @type {HTMLElement} */ (document.querySelector(".entries"));
  const links = [...list.querySelectorAll("a")];
  const count = links.length;
  if (count > MANY && !isConfirmed) {
    isConfirmed = true;
    status.textContent = fill(words.sheet_pages, { count, pages: Math.ceil(count / PER_PAGE) });
    return;
  }
  status.textContent = fill(words.sheet_waiting, { count });
  try {
    sheet ??= element("div", { class: "on-paper", lang: "id" }, ...(await answerNodes(links, pastReview)));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    status.textContent = failed;
    return;
  }
  status.textContent = "";
  list.before(sheet);
  // Who then prints the page as it is gets the list.
  document.querySelector(".print")?.addEventListener("click", () => sheet?.remove(), { capture: true });
  window.print();
}

/**
 * @param {HTMLAnchorElement[]} links
 * @param {PastReview} pastReview
 */
async function answerNodes(links, pastReview) {
  const nodes = [];
  for (let start = 0; start < links.length; start += TOGETHER) {
    const some = links.slice(start, start + TOGETHER).map((link) => answerNode(link.href, pastReview));
    nodes.push(...(await Promise.all(some)));
  }
  return nodes;
}

/**
 * Fetches question, answer, facts, sources and address of an entry; `TypeError` if that fails.
 * @param {string} href
 * @param {PastReview} pastReview
 */
async function answerNode(href, pastReview) {
  const response = await fetch(href);
  if (!response.ok) throw new TypeError(href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const part = (/** @type {string} */ selector) => page.querySelector(`article ${selector}`);
  const remark = pastReview(page) ?? part(".notice p")?.firstChild?.textContent ?? "";
  const sources = part(".sources");
  const address = page.querySelector("link[rel=canonical]")?.getAttribute("href");
  const node = element(
    "section",
    {},
    element("h2", {}, part("h1")?.textContent ?? ""),
    element("p", {}, element("strong", {}, remark)),
    ...[part(".answer"), part(".tables"), part(".facts"), sources?.previousElementSibling ?? null, sources].map(
      (each) => each && document.adoptNode(each),
    ),
    element("p", { class: "note" }, address ?? href.replace(/#.*/, "")),
  );
  for (const each of node.querySelectorAll("[id]")) each.removeAttribute("id"); // each once a page
  return node;
}
