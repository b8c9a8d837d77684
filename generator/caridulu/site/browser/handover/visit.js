/**
 * What was searched and read in this visit, to be offered for the message a visitor may write.
 *
 * Kept in `sessionStorage`, only after a search, only on this device, and gone with the tab. Nothing
 * about complaints is kept, and what was kept before is forgotten then: nobody who reports
 * misconduct is to be known by it later. Where storage is off, nothing is kept at all.
 */

import { root } from "../page/root.js";
import { tolerantly } from "../page/storage.js";

const KEY = `caridulu ${root.pathname}`; // sites of one host share the storage of a tab
const MOST = 4; // searches and entries that a visit keeps: as many as a message names

/**
 * @typedef {{id: string, title: string}} ReadEntry
 * @typedef {{searches: string[], readEntries: ReadEntry[]}} Visit
 */

/** @returns {Visit} */
export function thisVisit() {
  const stored = tolerantly(() => sessionStorage.getItem(KEY));
  return stored ? JSON.parse(stored) : { searches: [], readEntries: [] };
}

export function forgetVisit() {
  tolerantly(() => sessionStorage.removeItem(KEY));
}

/** @param {Visit} visit */
export function keepVisit({ searches, readEntries }) {
  if (searches.length === 0) return forgetVisit();
  const visit = { searches: searches.slice(-MOST), readEntries: readEntries.slice(-MOST) };
  tolerantly(() => sessionStorage.setItem(KEY, JSON.stringify(visit)));
}
