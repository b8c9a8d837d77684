/** Fetches what a page needs only when it is needed: scripts that lie beside this one, and slices. */

/**
 * @param {"search" | "handover" | "topics" | "keep" | "sheet" | "english" | "translate"} name
 * @returns {Promise<any>}
 */
export const load = (name) => import(`./${name}.js`);

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
export const fetchText = (address) => fetch(address);

/**
 * Starts a fetch whose answer is asked for later: two journeys side by side, not one after another.
 * @param {string} address
 */
export function preload(address) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address });
  document.head.append(link);
}
