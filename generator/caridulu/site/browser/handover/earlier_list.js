/** Tick boxes for earlier searches and read entries, none ticked, and the button that erases them. */

import { button, element } from "../page/elements.js";
import { showNotice } from "../page/notices.js";
import { fill } from "../page/strings.js";
import { contact } from "../values/contact.js";
import { forgetVisit } from "./visit.js";

/** @typedef {import("./visit.js").Visit} Visit */

const { lang } = contact;

/**
 * Tick boxes for all of it; null where there is nothing.
 * @param {Visit} earlier
 * @param {(ticked: Visit) => void} onTick
 */
export function earlierNode({ searches, readEntries }, onTick) {
  const searchBoxes = searches.map((text) => tickBox(contact.strings.handover_earlier_search, text));
  const entryBoxes = readEntries.map(({ title }) => tickBox(contact.strings.handover_earlier_entry, title));
  const boxes = [...searchBoxes, ...entryBoxes];
  if (boxes.length === 0) return null;
  const legend = element("legend", {}, contact.strings.handover_earlier);
  const node = element("fieldset", { class: "earlier" }, legend, ...boxes, forgetButton());
  /** @type {<T>(all: T[], boxes: HTMLElement[]) => T[]} */
  const ticked = (all, from) => all.filter((_, n) => from[n].querySelector("input")?.checked);
  node.addEventListener("change", () =>
    onTick({ searches: ticked(searches, searchBoxes), readEntries: ticked(readEntries, entryBoxes) }),
  );
  return node;
}

/** Erases the visit from this tab: storage, address, search box, and the list. */
export function forgetButton() {
  return button(contact.strings.handover_forget, "button plain", (event) => {
    event.stopPropagation(); // results note their search when they are clicked
    forgetVisit();
    history.replaceState(null, "", location.pathname + location.hash);
    dispatchEvent(new PopStateEvent("popstate")); // leaves the screen that search fills
    document.querySelectorAll(".earlier").forEach(withdraw);
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#q"));
    if (box?.value) {
      box.value = "";
      box.dispatchEvent(new Event("input"));
    }
    document.querySelector("#terhapus")?.remove();
    const said = { id: "terhapus", class: "wrap notice", role: "status", tabindex: "-1", lang };
    const notice = element("p", said, contact.strings.handover_forgotten);
    showNotice(notice);
    notice.focus();
  });
}

/** @param {Element} list of what was offered */
function withdraw(list) {
  for (const box of list.querySelectorAll("input")) box.checked = false;
  list.dispatchEvent(new Event("change"));
  list.remove();
}

/**
 * @param {string} template
 * @param {string} text
 */
function tickBox(template, text) {
  return element("label", {}, element("input", { type: "checkbox" }), ` ${fill(template, { text })}`);
}
