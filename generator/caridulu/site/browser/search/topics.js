/** Topics by which many hits are filtered; their entries are fetched only on demand. */

import { load } from "../page/loader.js";
import { strings } from "../values/search_config.js";

/**
 * @typedef {{id: string, name: string, count: number}} TopicCount
 * @typedef {{id: string}} Hit
 * @typedef {{counts: (hits: Hit[]) => TopicCount[], has: (topic: string, hit: Hit) => boolean}} Topics
 */

/** @returns {Promise<Topics>} */
export async function loadTopics() {
  /** @type {{topics: Record<string, {name: string, entries: string}>}} */
  const { topics } = await load("topics");
  const members = new Map(Object.entries(topics).map(([id, { entries }]) => [id, new Set(entries.split(" "))]));
  const has = (/** @type {string} */ topic, /** @type {Hit} */ { id }) => members.get(topic)?.has(id) ?? false;
  /** The topics of these hits, the commonest first, behind all of them together. */
  const counts = (/** @type {Hit[]} */ hits) => {
    const all = { id: "", name: strings.browser_all_topics, count: hits.length };
    const each = Object.entries(topics).map(([id, { name }]) => ({
      id,
      name,
      count: hits.filter((hit) => has(id, hit)).length,
    }));
    return [all, ...each.filter(({ count }) => count).sort((a, b) => b.count - a.count)];
  };
  return { counts, has };
}
