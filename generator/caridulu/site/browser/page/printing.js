/** Buttons for printing, and the line on paper that says when and from where. */

import { words } from "../values/page_words.js";
import { load } from "./loader.js";
import { longDate, part } from "./page_parts.js";
import { pastReview } from "./review_date.js";

export function connectPrinting() {
  const tools = document.querySelector(".tools");
  tools?.append(printButton(words.print, () => window.print()));
  // From a folder no page can read another one.
  if (tools && document.querySelector(".entries") && location.protocol !== "file:") {
    const status = part("p", { role: "status" });
    const print = () =>
      load("sheet").then(
        ({ printAnswers }) => printAnswers(status, pastReview, words.print_failed),
        () => (status.textContent = words.print_failed),
      );
    tools.append(printButton(words.print_answers, print));
    tools.after(status);
  }
  const printed = part("p", { class: "printed" });
  document.querySelector("footer .wrap")?.append(printed);
  addEventListener("beforeprint", () => (printed.textContent = printedLine()));
}

/**
 * @param {string} label
 * @param {() => void} onClick
 */
function printButton(label, onClick) {
  const node = part("button", { type: "button", class: "link print" }, label);
  node.addEventListener("click", onClick);
  return node;
}

/** The day and the address from which this page is printed. */
function printedLine() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const address = canonical?.href ?? location.href.replace(/#.*/, "");
  return words.printed.replace("{date}", () => longDate(Date.now())).replace("{address}", () => address);
}
