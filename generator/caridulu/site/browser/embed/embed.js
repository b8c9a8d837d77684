/**
 * The site's search box on another site: `<cari-dulu>`, or where this script stands if there is none.
 *
 * The element's content, a link to the search page, stays in sight until the box stands.
 */

import { ownScript } from "./own_script.js";
import { SearchElement } from "./search_element.js";

const NAME = "cari-dulu";

function place() {
  if (document.body.contains(ownScript) && !document.querySelector(NAME)) {
    ownScript.after(document.createElement(NAME));
  }
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, SearchElement);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", place);
  else place();
}
