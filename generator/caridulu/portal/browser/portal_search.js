/** Search over all offices: the office that a question means, then the published index. */

import { answersOf, numbersOf } from "./held_by.js";
import { officesOf } from "./office_rows.js";
import { nameAt, sliceAddress } from "./own_names.js";
import { namesOf, readPlaces } from "./places.js";

const LIMIT = 5; // few texts to fetch

/** @typedef {import("./office_rows.js").Office} Office */
/**
 * @typedef {{index: string, hashed: string, nameLetters: number, slips: import("./places.js").Names["slips"],
 *   mark: string, areas: Record<string, string>, areaWords: string[], locatives: string[],
 *   kindsAfter: string[]}} Config addresses from the site's own, letters of a file's own name, and what names of places
 *   may look like
 */

/**
 * Opens the index; the table of offices comes with its manifest.
 * @param {string} site its address
 * @param {Config} config
 * @param {{openIndex: Function, fetch: (address: string) => Promise<any>}} given
 */
export async function openPortal(site, config, { openIndex, fetch }) {
  /** @param {string} path */
  const read = async (path) => {
    const answer = await fetch(site + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const manifest = await read(`${config.index}manifest.json`);
  const { offices: table, names: slices } = JSON.parse(manifest);
  /** @param {string} address */
  const fetchOther = (address) =>
    address.endsWith("manifest.json")
      ? Promise.resolve({ ok: true, text: async () => manifest })
      : fetch(sliceAddress(address, slices, config.nameLetters));
  const index = await openIndex(site + config.index, { fetch: fetchOther });
  const offices = officesOf(table.offices);
  const names = allNames(table, offices, config, index.termOf);
  /** @type {Map<number, Promise<import("./held_by.js").Holding>>} */
  const holdings = new Map();
  /** @param {number} office */
  const holdingOf = (office) => {
    const known = holdings.get(office);
    if (known) return known;
    const asked = read(holdingPath(office, table.holdings, config)).then((text) => {
      const { entries, adjusted, own } = JSON.parse(text);
      return { entries: new Set(numbersOf(entries)), adjusted: new Set(numbersOf(adjusted)), own };
    });
    asked.catch(() => holdings.delete(office));
    holdings.set(office, asked);
    return asked;
  };
  return {
    national: offices[table.national],
    /**
     * @param {string} query
     * @param {string | null} preferredId of the visitor's office
     * @param {number} [limit]
     */
    search: async (query, preferredId, limit = LIMIT) => {
      const { named, marked } = readPlaces(query, names);
      const preferred = offices.findIndex(({ id }) => id === preferredId);
      const own = preferred < 0 ? [] : [preferred];
      const first = named.length ? named : own;
      const asked = Promise.all([...new Set([...named, ...own])].map(async (each) => [each, await holdingOf(each)]));
      const among = asked.then((all) => {
        const held = new Map(all);
        return new Set(first.flatMap((office) => [...held.get(office).entries]));
      });
      const found = await index.search(marked, { limit, among: first.length ? among : undefined });
      return {
        ...found,
        answers: answersOf(found.hits, new Map(await asked)).map((answer) => ({ ...answer, office: offices[answer.office] })),
        named: named.map((number) => offices[number]),
        preferred: offices[preferred],
      };
    },
  };
}

/**
 * Where the file of what an office has is; neighbours share a folder.
 * @param {number} office
 * @param {[number, string]} folders how many offices share one, and the names of all
 * @param {Config} config
 */
function holdingPath(office, [size, names], { hashed, nameLetters }) {
  return `${hashed}o${nameAt(names, Math.floor(office / size), nameLetters)}/${office}.json`;
}

/**
 * @param {any} table of offices
 * @param {Office[]} offices
 * @param {Config} config
 * @param {(word: string) => string} termOf
 * @returns {import("./places.js").Names}
 */
function allNames(table, offices, config, termOf) {
  const [misleading, before, after] = [table.misleading, table.before, table.after].map(wordsOf);
  const beside = new Map(Object.entries(table.beside).map(([name, terms]) => [name, wordsOf(terms)]));
  return { ...config, ...namesOf(offices), termOf: remembering(termOf), misleading, before, after, beside };
}

/**
 * A typed word is compared with many names.
 * @param {(word: string) => string} termOf
 */
function remembering(termOf) {
  /** @type {Map<string, string>} */
  const terms = new Map();
  /** @param {string} word */
  return (word) => {
    const known = terms.get(word) ?? termOf(word);
    terms.set(word, known);
    return known;
  };
}

/** @param {any} list @returns {Set<string>} */
const wordsOf = (list) => new Set(list.split(" ").filter(Boolean));
