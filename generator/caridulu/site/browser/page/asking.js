/** The way from a page to a person: thanks, channels with a message about the entry, reply dates. */

import { forgetVisit, noteRead } from "../handover/visit.js";
import { words } from "../values/page_words.js";
import { button, element } from "./elements.js";
import { load } from "./loader.js";
import { inLanguage } from "./page_parts.js";

const isComplaint = document.body.dataset.topic === "complaint";

export function connectHelpful() {
  const yes = button(words.helpful_yes, "button plain", () => {
    const thanks = inLanguage(element("p", { tabindex: "-1" }, words.helpful_thanks));
    yes.replaceWith(thanks);
    thanks.focus();
  });
  document.querySelector("#membantu")?.after(inLanguage(yes));
}

/** Offers every channel, with a message that names this entry; on complaints the page has it all. */
export function connectQuestions() {
  const details = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details#tanya"));
  const place = document.querySelector("#kanal");
  const entry = entryHere();
  if (!details || !place || !entry || isComplaint) return;
  const showChannels = async () => {
    const { handoverNodes } = await load("handover");
    place.replaceChildren(...handoverNodes({ question: "", searches: [], readEntries: [entry] }, { offers: true }));
  };
  // What the page already offers stays when more cannot be fetched.
  details.addEventListener("toggle", () => details.open && showChannels().catch(console.error), { once: true });
}

/** Turns "3 hari kerja" into the date that follows from the visitor's today. */
export async function showReplyDates() {
  const places = document.querySelectorAll(".channels [data-reply]");
  if (places.length === 0) return;
  const { replyPromise } = await load("handover");
  for (const place of places) place.textContent = replyPromise();
}

/** Notes an entry that is read after a search; a page about complaints ends the visit so far. */
export function noteReading() {
  const entry = entryHere();
  if (isComplaint) forgetVisit();
  else if (entry) noteRead(entry);
}

/** Puts the button that erases the traces of this visit where the page has a place for it. */
export async function connectForgetting() {
  const place = document.querySelector("#jejak");
  if (place) (await load("handover")).showForgetting(place);
}

/** @returns {import("../handover/visit.js").ReadEntry | null} */
function entryHere() {
  const id = /\/kb\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  if (!id || !document.querySelector("[typeof=Question]")) return null;
  return { id, title: document.querySelector("h1")?.textContent?.trim() ?? id };
}
