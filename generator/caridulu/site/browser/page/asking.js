/** The way from a page to a person: thanks, channels with a message about the entry, reply dates. */

import { forgetVisit, keepVisit, thisVisit } from "../handover/visit.js";
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
    const { entryHandover } = await load("handover");
    place.replaceChildren(...entryHandover(entry));
  };
  // What the page already offers stays when more cannot be fetched.
  details.addEventListener("toggle", () => details.open && showChannels().catch(console.error), { once: true });
}

/** Turns "3 hari kerja" into the date that follows from the visitor's today; adds what erases a visit. */
export async function fillPlaces() {
  const places = document.querySelectorAll(".channels [data-reply], #jejak");
  if (places.length === 0) return;
  const { fillPlace } = await load("handover");
  places.forEach(fillPlace);
}

/** Notes an entry that is read after a search; a page about complaints ends the visit so far. */
export function noteReading() {
  const entry = entryHere();
  if (isComplaint) return forgetVisit();
  const { searches, readEntries } = thisVisit();
  if (entry) keepVisit({ searches, readEntries: [...readEntries.filter(({ id }) => id !== entry.id), entry] });
}

/** @returns {import("../handover/visit.js").ReadEntry | null} */
function entryHere() {
  const id = /\/kb\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  if (!id || !document.querySelector("[typeof=Question]")) return null;
  return { id, title: document.querySelector("h1")?.textContent?.trim() ?? id };
}
