/** Notices that come while a page is read. */

import { element } from "./elements.js";

/**
 * Shows a late notice at the lower edge of the window, where it pushes nothing down.
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
