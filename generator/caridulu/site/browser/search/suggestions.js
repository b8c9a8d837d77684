/** Frequent questions, offered while the box is empty. */

import { element } from "../page/elements.js";
import { root } from "../page/root.js";
import { config, strings } from "../values/search_config.js";

/** @typedef {{url: string, title: string, lang: string}} Question */

/**
 * Puts the questions below the box, where they push nothing down.
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 */
export function connectSuggestions(box, form) {
  /** @type {Question[]} */
  const questions = config.featured;
  if (questions.length === 0) return;
  const name = strings.browser_often;
  const links = questions.map(({ url, title, lang }) =>
    element("li", {}, element("a", { href: new URL(url, root).href, lang }, title)),
  );
  const node = element("nav", { class: "often", "aria-label": name }, element("p", {}, name), element("ul", {}, ...links));
  const show = () => {
    node.hidden = box.value.trim() !== "" || !form.contains(document.activeElement);
  };
  show();
  form.append(node);
  for (const event of ["focusin", "input"]) form.addEventListener(event, show);
  form.addEventListener("focusout", () => setTimeout(show)); // where the focus goes is known then
  node.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays until a link is opened
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || node.hidden) return;
    event.preventDefault();
    box.focus();
    node.hidden = true;
  });
}
