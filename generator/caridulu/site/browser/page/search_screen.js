/**
 * On a small screen search fills the screen: the page behind is neither seen nor read aloud.
 *
 * It is a place in the browser's history, so that "Back" leaves it. The place keeps how far the
 * page was scrolled, and `live_search.js` what is asked, as on every page.
 */

import { currentParams } from "../search/search_params.js";
import { words } from "../values/page_words.js";
import { button, element } from "./elements.js";
import { inLanguage } from "./page_parts.js";

const SMALL = "(max-width: 47.99rem)"; // as in `styles/search.css`
const OPEN = "finding"; // class of the body; how far the page was scrolled, in the history

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} region of the results
 */
export function connectSearchScreen(box, region) {
  const { body } = document;
  const title = inLanguage(element("h1", { class: "sr" }, words.results_label)); // the page's own is hidden
  const isOpen = () => body.classList.contains(OPEN);
  const isSmall = () => matchMedia(SMALL).matches;
  /** @returns {number | undefined} */
  const scrolled = () => history.state?.[OPEN];
  let left = 0;
  let isReturning = false;

  /** @param {number} [position] of the page */
  function open(position = 0) {
    left = position;
    body.classList.add(OPEN);
    region.before(title);
    scrollTo(0, 0);
  }

  function fill() {
    if (isOpen() || !isSmall()) return;
    const position = Math.round(scrollY);
    const { settled, ...place } = history.state ?? {}; // this place takes the next words
    history.pushState({ ...place, [OPEN]: position, steps: 1 }, "");
    open(position);
  }

  /** Shows what this place in the history is: the page as it was, or the search of then. */
  function arrive() {
    const position = scrolled();
    if (isOpen() === (position !== undefined)) return;
    isReturning = true;
    box.value = currentParams().get("q") ?? "";
    region.hidden = !box.value;
    if (isOpen()) {
      body.classList.remove(OPEN);
      title.remove();
      scrollTo(0, left);
    } else open(position);
    box.dispatchEvent(new Event("input"));
    isReturning = false;
  }

  const leave = () => history.go(-(history.state?.steps ?? 1)); // past every search made here
  const close = button(words.close_search, "close", () => {
    box.blur(); // the keyboard on the screen goes with it
    leave();
  });
  box.before(inLanguage(close));
  box.addEventListener("click", fill); // not on focus: the Tab key alone changes nothing
  box.addEventListener("input", () => !isReturning && box.value && fill());
  addEventListener("popstate", arrive);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !isOpen() || !isSmall()) return;
      event.preventDefault();
      event.stopPropagation();
      box.focus(); // the hit that may have it goes
      leave();
    },
    { capture: true },
  );
  if (isSmall() && scrolled() !== undefined) open(scrolled());
}
