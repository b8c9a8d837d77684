/** What Python has built in. */

/** @param {string} word */
export const isLetters = (word) => /^[a-z]+$/.test(word);

/**
 * Order of code points, as Python sorts.
 * @param {string} left
 * @param {string} right
 */
export const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

/** @param {number} first @param {number} last */
export const range = (first, last) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** @param {string} text */
export const reversed = (text) => [...text].reverse().join("");

/** @param {number[]} numbers */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Number of the first place behind all that are not above `key`.
 * @template T
 * @param {ArrayLike<T>} sorted
 * @param {T} key
 */
export function bisect(sorted, key) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key < sorted[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
