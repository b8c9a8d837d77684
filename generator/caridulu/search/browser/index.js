/** Search in a published index: runs unchanged in browsers and in node, and imports nothing else. */

import { Analyzer } from "./analyzer.js";
import { choicesOf, competitors, guessOf, unknownWords } from "./question_back.js";
import { search } from "./ranking.js";
import { IndexProblem, Shards } from "./shards.js";
import { Vocabulary } from "./vocabulary.js";

export { IndexProblem };

/** @typedef {import("./ranking.js").Result} Result */

/**
 * Open the index in a folder; only its manifest is fetched. `titleOf` tells what an item is called
 * when the visitor is asked back, from its id and title.
 * @param {string} baseUrl
 * @param {{fetch: (address: string) => Promise<{ok: boolean, text: () => Promise<string>}>,
 *   titleOf?: (text: string[]) => string}} options
 */
export async function openIndex(baseUrl, { fetch, titleOf = ([, title]) => title }) {
  const shards = new Shards(baseUrl.replace(/\/?$/, "/"), fetch);
  const manifest = await shards.open();
  const analyzer = new Analyzer(manifest.tables);
  const index = {
    ...manifest,
    analyzer,
    shards,
    vocabulary: new Vocabulary(manifest.vocabulary, (name) => shards.words(name)),
  };
  /**
   * @param {Result} found
   * @param {any[]} texts of the first hits, or of all
   * @param {string} [guess]
   */
  const shown = (found, texts, guess = "") => ({
    outcome: found.outcome,
    greeting: found.greeting,
    corrections: found.corrections.map(({ typed, read }) => ({ from: typed, to: read })),
    terms: found.matches,
    missing: found.missing,
    unknown: unknownWords(found).map(({ word }) => word),
    competing: competitors(found).length, // above 1, there are choices when all is there
    choices: choicesOf(index, found, texts.map(titleOf), texts.map((text) => titleOf(text) === text[1] && text[0])),
    guess,
    count: found.count,
    hits: texts.map(([id, title, snippet, note], n) => ({
      entry: found.hits[n].entry,
      id,
      title,
      snippet,
      note,
      score: found.hits[n].score,
      url: manifest.address.replace("*", id),
    })),
  });
  /** @param {Result} found */
  const textsOf = ({ hits }) => Promise.all(hits.map(({ entry }) => shards.text(entry)));
  /**
   * @param {Result} found
   * @param {(found: any) => void} [onFirst] told the hits up to the first whose title is not there
   */
  const tell = (found, onFirst) => {
    /** @type {any[]} */
    const titles = [];
    found.hits.every(({ entry }) => shards.known(entry) && titles.push(shards.known(entry)));
    if (titles.length) onFirst?.(shown(found, titles));
  };
  return {
    /** The term of a word, to find it in a text. @param {string} word */
    termOf: (word) => analyzer.term(analyzer.words(word).join(" ")),
    /**
     * `onFirst` is told the best hits as soon as their titles are there, a round trip before the
     * texts; if the words as typed are answered or another institution's matter, also before what
     * the last one may become.
     * @param {string} query
     * @param {{limit?: number, exact?: boolean, among?: Set<number> | Promise<Set<number>>, onFirst?: (found: any) => void}} options
     */
    search: async (query, { onFirst, ...options } = {}) => {
      if (manifest.tiny) shards.text(0).catch(() => {}); // with the first terms, not after them
      const complete = search(index, query, options);
      if (onFirst) {
        complete.catch(() => {}); // the search as typed says what is wrong
        const typed = await search(index, query, { ...options, exact: true });
        if (["answered", "referral"].includes(typed.outcome)) {
          tell(typed, onFirst);
          textsOf(typed).catch(() => {}); // most will be wanted
        }
      }
      const found = await complete;
      const rest = Promise.all([textsOf(found), guessOf(index, found)]);
      tell(found, onFirst);
      return shown(found, ...(await rest));
    },
  };
}
