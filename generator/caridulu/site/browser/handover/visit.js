/**
 * What was searched and read in this visit, for the message a visitor may write.
 *
 * Kept in `sessionStorage`, only after a search, only on this device, and gone with the tab.
 */

import { root } from "../page/root.js";

const KEY = `caridulu ${root.pathname}`; // sites of one host share the storage of a tab
export const MOST = 10; // searches and entries that a visit keeps

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

/** @param {ReadEntry} entry */
export function noteRead(entry) {
  const others = thisVisit().readEntries.filter(({ id }) => id !== entry.id);
  noteVisit({ readEntries: [...others, entry].slice(-MOST) });
}

/** @param {Partial<Visit>} changed */
export function noteVisit(changed) {
  visit = { ...thisVisit(), ...changed };
  tolerantly(() => sessionStorage.setItem(KEY, JSON.stringify(visit)));
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
