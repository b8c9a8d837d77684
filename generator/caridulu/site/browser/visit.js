/**
 * What was searched and read in this visit, for the message a visitor may write.
 *
 * Kept in `sessionStorage`, only after a search, only on this device, and gone with the tab.
 */

// Sites of one host share the storage of a tab.
const KEY = `caridulu ${new URL(document.body.dataset.root ?? "./", location.href).pathname}`;
const LATEST = 10;

/**
 * @typedef {{id: string, title: string}} Opened
 * @typedef {{searches: string[], opened: Opened[]}} Visit
 */

/** @type {Visit} */
let visit = { searches: [], opened: [] };

/** @returns {Visit} */
export function thisVisit() {
  try {
    const stored = sessionStorage.getItem(KEY);
    if (stored !== null) visit = JSON.parse(stored);
  } catch (error) {
    if (!(error instanceof DOMException) && !(error instanceof SyntaxError)) throw error;
  }
  return visit;
}

/**
 * A search that the visitor let stand. Typing on replaces what it continues.
 * @param {string} query
 */
export function noteSearch(query) {
  const { searches, opened } = thisVisit();
  const earlier = searches.filter((each) => !query.startsWith(each));
  keep({ searches: [...earlier, query].slice(-LATEST), opened });
}

/** @param {Opened} entry */
export function noteOpened(entry) {
  const { searches, opened } = thisVisit();
  const others = opened.filter((each) => each.id !== entry.id);
  keep({ searches, opened: [...others, entry].slice(-LATEST) });
}

/** @param {Visit} next */
function keep(next) {
  visit = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch (error) {
    // Storage is off or full: the visit then lives as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}
