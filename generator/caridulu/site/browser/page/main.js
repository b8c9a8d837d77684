/**
 * Connects a page: the search box, the review date, printing, and the way to a person.
 *
 * Runs on every page and stays small; what searching needs is loaded when the visitor first
 * touches the search box.
 */

import { english } from "../values/folders.js";
import { connectHelpful, connectQuestions, fillPlaces, noteReading } from "./asking.js";
import { load } from "./loader.js";
import { connectPrinting } from "./printing.js";
import { showPastReview } from "./review_date.js";
import { connectSearchBox } from "./search_box.js";

if (english && location.hash === "#en") startEnglish();
else start();

function start() {
  if (english) connectSwitch();
  else load("english").then(({ connectEnglish }) => connectEnglish());
  connectSearchBox();
  showPastReview();
  connectHelpful();
  connectPrinting();
  connectQuestions();
  fillPlaces();
  noteReading();
  if (document.querySelector(".next")) load("share").then(({ connectSharing }) => connectSharing(), console.error);
  const isStored = navigator.serviceWorker?.controller; // only a stored site has a worker
  if (isStored || document.body.dataset.page === "keep") {
    load("keep").then(({ connectStoredSite }) => connectStoredSite());
  }
}

/** Hands the page over to the same script in English, which lies in a folder of its own. */
function startEnglish() {
  const own = /** @type {HTMLScriptElement} */ (document.querySelector("script[src$='main.js']"));
  const script = document.createElement("script");
  script.type = own.type;
  script.src = own.src.replace(/[^/]+(?=\/main\.js$)/, english);
  script.onerror = start; // better Indonesian than nothing
  document.head.append(script);
}

/** A page without an English twin stays, and what surrounds its text turns English. */
function connectSwitch() {
  document.querySelector("[data-stays]")?.addEventListener("click", (event) => {
    event.preventDefault();
    history.replaceState(history.state, "", "#en"); // no place of its own: "Back" would change only the address
    location.reload();
  });
}
