/** The title of the search page, by which a shared address, a tab and the history can be told apart. */

import { fill } from "../page/strings.js";
import { config } from "../values/search_config.js";

const [searchPage, ...office] = document.title.split(" · ");

/** Names the words of the page's address, and nothing that is not there. */
export function titleSearch() {
  if (document.body.dataset.page !== "search") return;
  const query = new URLSearchParams(location.search).get("q");
  const title = query ? fill(config.strings.browser_found, { query }) : searchPage;
  document.title = [title, ...office].join(" · ");
}
