/** A visitor: opens the index of the page, waits, then searches; prints what was found.
 *
 *     node visitor.js CLIENT-MODULE BASE-ADDRESS QUERY < one line when to go on
 */

import { createInterface } from "node:readline";

const [module, base, query] = process.argv.slice(2);
const { openIndex } = await import(module);
const { search } = await openIndex(base, { fetch: (address) => globalThis.fetch(address) });
process.stdout.write("open\n");
for await (const _ of createInterface({ input: process.stdin })) {
  const { hits } = await search(query, { limit: 5 });
  process.stdout.write(JSON.stringify(hits.map(({ id, title }) => [id, title])) + "\n");
}
