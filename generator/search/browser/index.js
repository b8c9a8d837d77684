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
  return {
    /** The term of a word, to find it in a text. @param {string} word */
    termOf: (word) => analyzer.term(analyzer.words(word).join(" ")),
    /**
     * @param {string} query
     * @param {{limit?: number, exact?: boolean}} options
     */
    async search(query, options = {}) {
      if (manifest.tiny) shards.text(0).catch(() => {}); // with the first terms, not after them
      const { outcome, greeting, hits, corrections, matches } = await rank(
        index,
        query,
        options,
        (likely) => likely.forEach(({ entry }) => shards.text(entry).catch(() => {})),
      );
      const texts = await Promise.all(hits.map(({ entry }) => shards.text(entry)));
      return {
        outcome,
        greeting,
        corrections: corrections.map(({ typed, read }) => ({ from: typed, to: read })),
        terms: matches,
        hits: hits.map(({ score }, n) => ({
          ...texts[n],
          score,
          url: manifest.address.replace("*", texts[n].id),
        })),
      };
    },
  };
}
