/** Search over all offices: the published index as it is, then the office that the question means. */

import { root } from "../page/root.js";
import { openIndex } from "../search/client.js";
import { config } from "../values/portal.js";
import { answersOf } from "./held_by.js";
import { namedOffices } from "./places.js";

/**
 * @typedef {{id: string, url: string, ask: string, name: string, short: string, region: string,
 *   places: string[]}} Office
 */

/** Opens the index and the table of offices. */
export async function openPortal() {
  const [index, table] = await Promise.all([
    openIndex(new URL(config.index, root).href),
    fetch(new URL(config.offices, root)).then((answer) => {
      if (!answer.ok) throw new Error(`${config.offices}: ${answer.status}`);
      return answer.json();
    }),
  ]);
  /** @type {Office[]} */
  const offices = table.offices;
  const misleading = new Set(table.misleading.split(" "));
  const places = offices.map((office) => office.places);
  return {
    /**
     * @param {string} query
     * @param {string | null} preferredId of the visitor's office
     */
    search: async (query, preferredId) => {
      const found = await index.search(query);
      const isOther = (/** @type {string} */ word) => [word, index.termOf(word)].some((each) => misleading.has(each));
      const named = namedOffices(query, places, isOther, config.slips);
      const preferred = offices.findIndex(({ id }) => id === preferredId);
      const answers = answersOf(found.hits, { named, preferred, national: table.national });
      return {
        ...found,
        answers: answers.map((answer) => ({ ...answer, office: offices[answer.office] })),
        named: named.map((number) => offices[number]),
        preferred: offices[preferred],
      };
    },
  };
}
