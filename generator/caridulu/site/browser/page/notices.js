/** Notices shown while a page is open. */

import { element } from "./elements.js";

/**
 * Shows a notice at the lower edge of the window, so that the page does not move.
 * @param {Node} node
 */
export function showNotice(node) {
  let place = document.querySelector(".bars");
  if (!place) {
    place = element("div", { class: "bars" });
    document.querySelector("#isi")?.append(place);
  }
  place.append(node);
}
