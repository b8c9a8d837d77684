/** The review date of a page, which may pass after the page was built. */

import { words } from "../values/page_words.js";
import { element } from "./elements.js";
import { showNotice } from "./notices.js";
import { load } from "./loader.js";
import { inLanguage, link, longDate } from "./page_parts.js";

/** Shows that the review date has passed, and how to ask for a newer version. */
export function showPastReview() {
  const remark = pastReview(document);
  if (!remark) return;
  const ask = link(words.office, words.ask_newer); // until its message is there
  showNotice(inLanguage(element("div", { class: "notice wrap" }, element("p", {}, `${remark} `, ask))));
  load("handover").then(({ newerUrl }) => (ask.href = newerUrl() ?? ask.href), console.error);
}

/**
 * Makes the remark on a page past its review date.
 * @param {Document} page
 * @returns {string | null}
 */
export function pastReview(page) {
  const day = page.querySelector("[data-review-by]")?.getAttribute("data-review-by");
  if (!day || new Date() < new Date(`${day}T24:00`)) return null;
  return words.past_review.replace("{date}", () => longDate(`${day}T00:00`));
}
