/** Keyboard navigation between the box and its hits. */

export const HITS = ".hits a:not(.tel)";

/**
 * The link above or below the one that has the focus; none at either end.
 * @param {string} key
 * @param {import("./live_search.js").Page} page
 * @returns {HTMLElement | undefined}
 */
export function nextStop(key, { box, form, region }) {
  const links = /** @type {HTMLElement[]} */ (
    [box, ...form.querySelectorAll(".often:not([hidden]) a"), ...region.querySelectorAll(HITS)]
  );
  const position = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  return position < 0 ? undefined : links[position + (key === "ArrowDown" ? 1 : -1)];
}

/**
 * Moves the focus when the pressed control is gone: to a hit, or to the heading.
 * @param {HTMLElement} region
 * @param {number} [position] of the hit
 */
export function restoreFocus(region, position = -1) {
  if (document.activeElement !== document.body) return;
  const hits = /** @type {NodeListOf<HTMLElement>} */ (region.querySelectorAll(HITS));
  (hits[position] ?? region.querySelector("h2"))?.focus();
}

/**
 * Where the keyboard was, in the nodes that came after: the link of the same address, or the same button.
 * @param {Element} before
 * @param {HTMLElement} region
 */
export function stopLike(before, region) {
  const stops = /** @type {NodeListOf<HTMLElement>} */ (region.querySelectorAll("a, button"));
  const same = (/** @type {Element} */ each) => each.getAttribute("href") ?? each.textContent;
  return [...stops].find((each) => same(each) === same(before));
}
