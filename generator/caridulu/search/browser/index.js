/** Search in a published index: runs unchanged in browsers and in node, and imports nothing else. */

import { Analyzer } from "./analyzer.js";
import { rank } from "./ranking.js";
import { IndexProblem, Shards } from "./shards.js";
import { Vocabulary } from "./vocabulary.js";

export { IndexProblem };

/**
 * Open the index in a folder; only its manifest is fetched.
 * @param {string} baseUrl
 * @param {{fetch?: (address: string) => Promise<{ok: boolean, text: () => Promise<string>}>}} options
 */
export async function openIndex(baseUrl, { fetch = (address) => globalThis.fetch(address) } = {}) {
  const shards = new Shards(baseUrl.replace(/\/?$/, "/"), fetch);
  const manifest = await shards.open();
  const analyzer = new Analyzer(manifest.tables);
  const index = {
    analyzer,
    shards,
    vocabulary: new Vocabulary(manifest.vocabulary, (order, n) => shards.words(order, n)),
    unknownIdf: manifest.unknownIdf,
    likelihood: manifest.likelihood,
    places: new Set(manifest.places.split(" ")),
  };
  /**
   * @param {Awaited<ReturnType<typeof rank>>} found
   * @param {any[]} texts of the first hits, or of all
   */
  const shown = ({ outcome, greeting, hits, corrections, matches }, texts) => ({
    outcome,
    greeting,
    corrections: corrections.map(({ typed, read }) => ({ from: typed, to: read })),
    terms: matches,
    hits: texts.map(([id, title, snippet], n) => ({
      id,
      title,
      snippet,
      score: hits[n].score,
      url: manifest.address.replace("*", id),
    })),
  });
  return {
    /** The term of a word, to find it in a text. @param {string} word */
    termOf: (word) => analyzer.term(analyzer.words(word).join(" ")),
    /**
     * `onFirst` is told the best hits as soon as their titles are there, a round trip before the
     * texts; of a query in known words also before the words that the last one may become.
     * @param {string} query
     * @param {{limit?: number, exact?: boolean, onFirst?: (found: any) => void}} options
     */
    async search(query, options = {}) {
      let finished = false;
      /** @param {Awaited<ReturnType<typeof rank>>} found */
      const tell = (found) => {
        /** @type {any[]} up to the first that is not there yet */
        const titles = [];
        found.hits.every(({ entry }) => shards.known(entry) && titles.push(shards.known(entry)));
        if (titles.length && !finished) options.onFirst?.(shown(found, titles));
      };
      /** @param {Awaited<ReturnType<typeof rank>>} found */
      const textsOf = ({ hits }) => Promise.all(hits.map(({ entry }) => shards.text(entry)));
      if (manifest.tiny) shards.text(0).catch(() => {}); // with the first terms, not after them
      const loaded = shards.loading.size;
      const ranking = rank(index, query, options);
      if (shards.loading.size > loaded) {
        rank(index, query, { ...options, exact: true })
          .then(async (found) => {
            const texts = textsOf(found);
            if (found.known) tell(found);
            await texts;
            if (found.known) tell(found);
          })
          .catch(() => {}); // the search itself says what is wrong
      }
      const found = await ranking;
      const texts = textsOf(found);
      tell(found);
      finished = true;
      return shown(found, await texts);
    },
  };
}
