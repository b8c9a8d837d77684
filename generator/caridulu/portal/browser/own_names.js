/** Addresses of files that are named by their own content; names stand one after the other in the manifest. */

/**
 * Address of a slice of the index, of which the search knows kind and number: `own/t12.txt` is `tAb3dE_.txt`.
 * @param {string} address
 * @param {Record<string, string>} names by kind
 * @param {number} letters of a name
 */
export const sliceAddress = (address, names, letters) =>
  address.replace(/\w+\/([a-z])(\d+)\.txt$/, (_, kind, number) => `${kind}${nameAt(names[kind], Number(number), letters)}.txt`);

/**
 * @param {string} names
 * @param {number} number
 * @param {number} letters
 */
export const nameAt = (names, number, letters) => names.slice(number * letters, (number + 1) * letters);
