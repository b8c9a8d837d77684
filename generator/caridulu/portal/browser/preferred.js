/** The office that a visitor has put first, kept on this device; nothing is kept before. */

import { tolerantly } from "../page/storage.js";

const KEY = "kantor";

/** @returns {string | null} id of the office */
export const preferredOffice = () => tolerantly(() => localStorage.getItem(KEY)) ?? null;

/** @param {string | null} id none forgets it */
export function preferOffice(id) {
  tolerantly(() => (id === null ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, id)));
}
