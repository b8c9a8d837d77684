/** Buttons for printing, and the line on paper that says when and from where. */

import { words } from "../values/page_words.js";
import { button, element } from "./elements.js";
import { load } from "./loader.js";
import { inLanguage, longDate } from "./page_parts.js";
import { pastReview } from "./review_date.js";

export function connectPrinting() {
  const tools = document.querySelector(".tools");
  tools?.append(inLanguage(button(words.print, "link print", () => window.print())));
  // From a folder no page can read another one.
  if (tools && document.querySelector(".entries") && location.protocol !== "file:") {
    const status = inLanguage(element("p", { role: "status" }));
    const print = () =>
      load("sheet").then(
        ({ printAnswers }) => printAnswers(status, pastReview, words.print_failed),
        () => (status.textContent = words.print_failed),
      );
    tools.append(inLanguage(button(words.print_answers, "link print", print)));
    tools.after(status);
  }
  const printed = inLanguage(element("p", { class: "printed" }));
  document.querySelector("footer .wrap")?.append(printed);
  addEventListener("beforeprint", () => {
    printed.textContent = printedLine();
    for (const folded of document.querySelectorAll("details.fold")) folded.setAttribute("open", "");
  });
}

/** Writes the day and the address from which this page is printed. */
function printedLine() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const address = canonical?.href ?? location.href.replace(/#.*/, "");
  return words.printed.replace("{date}", () => longDate(Date.now())).replace("{address}", () => address);
}
