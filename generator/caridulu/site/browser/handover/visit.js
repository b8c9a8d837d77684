/**
 * What was searched and read in this visit, for the message a visitor may write.
 *
 * Kept in `sessionStorage`, only after a search, only on this device, and gone with the tab.
 */

// Sites of one host share the storage of a tab.
const KEY = `caridulu ${new URL(document.body.dataset.root ?? "./", location.href).pathname}`;
const LATEST = 10;

/**
 * @typedef {{id: string, title: string}} ReadEntry
 * @typedef {{searches: string[], readEntries: ReadEntry[]}} Visit
 */

/** @type {Visit} */
let visit = { searches: [], readEntries: [] };

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
 * The searches of this visit; one that is typed on replaces what it continues.
 * @param {string} query
 */
export function searchesWith(query) {
  return [...thisVisit().searches.filter((each) => !query.startsWith(each)), query];
}

/**
 * Notes a search that the visitor let stand.
 * @param {string} query
 */
export function noteSearch(query) {
  store({ ...thisVisit(), searches: searchesWith(query).slice(-LATEST) });
}

/** @param {ReadEntry} entry */
export function noteRead(entry) {
  const others = thisVisit().readEntries.filter(({ id }) => id !== entry.id);
  store({ ...thisVisit(), readEntries: [...others, entry].slice(-LATEST) });
}

/** @param {Visit} next */
function store(next) {
  visit = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch (error) {
    // Storage is off or full: the visit then lives as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}
