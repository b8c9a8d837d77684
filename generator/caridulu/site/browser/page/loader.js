/** Fetches what a page needs only when it is needed: scripts that lie beside this one, and slices. */

/**
 * @param {"search" | "handover" | "topics" | "keep" | "sheet" | "share" | "ways" | "reading" | "english" | "titles" | "translate"} name
 * @returns {Promise<any>}
 */
export const load = (name) => import(`./${name}.js`);

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
export const fetchText = (address) => fetch(address);
