/**
 * What was searched and read in this visit, for the message a visitor may write.
 *
 * Kept in `sessionStorage`, only after a search, only on this device, and gone with the tab.
 */

import { root } from "../page/root.js";

const KEY = `caridulu ${root.pathname}`; // sites of one host share the storage of a tab
const MOST = 10;

/**
 * @typedef {{id: string, title: string}} ReadEntry
 * @typedef {{searches: string[], readEntries: ReadEntry[]}} Visit
 */

/** @type {Visit} */
let visit = { searches: [], readEntries: [] };

/** @returns {Visit} */
export function thisVisit() {
  const stored = tolerantly(() => sessionStorage.getItem(KEY));
  if (stored) visit = { ...visit, ...JSON.parse(stored) };
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
  store({ ...thisVisit(), searches: searchesWith(query).slice(-MOST) });
}

/** @param {ReadEntry} entry */
export function noteRead(entry) {
  const others = thisVisit().readEntries.filter(({ id }) => id !== entry.id);
  store({ ...thisVisit(), readEntries: [...others, entry].slice(-MOST) });
}

/** @param {Visit} next */
function store(next) {
  visit = next;
  tolerantly(() => sessionStorage.setItem(KEY, JSON.stringify(next)));
}

/**
 * Where storage is off or full, the visit lives as long as the page.
 * @template T
 * @param {() => T} use
 */
function tolerantly(use) {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
