/** The search parameters of this page: in its address, or where no server sees them. */

/**
 * Every page but the search page keeps them in its place in the history, so that "Back" brings them
 * back and its address stays what it is. Behind "#" they come from another site, such as a portal.
 * @returns {URLSearchParams}
 */
export function currentParams() {
  const isSearchPage = document.body.dataset.page === "search";
  return new URLSearchParams(history.state?.asked ?? (isSearchPage ? location.search || location.hash.replace("#", "?") : ""));
}
