/** The office that a visitor has put first, kept on this device; nothing is kept before. */

const KEY = "kantor";

/** @returns {string | null} id of the office */
export function preferredOffice() {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    if (error instanceof DOMException) return null; // the browser keeps nothing
    throw error;
  }
}

/** @param {string | null} id none forgets it */
export function preferOffice(id) {
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
