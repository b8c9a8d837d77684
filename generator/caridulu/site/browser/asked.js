/** What is asked for on this page, beside the words: in its address, or where no server sees it. */

/**
 * The parameters of a search page's address. Every other page keeps them in its place in the
 * history, so that "Back" brings them back and its address stays what it is.
 * @returns {URLSearchParams}
 */
export function askedHere() {
  const isSearchPage = document.body.dataset.page === "search";
  return new URLSearchParams(history.state?.asked ?? (isSearchPage ? location.search : ""));
}
