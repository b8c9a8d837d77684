/**
 * What a query makes a browser fetch: `node fetches.js CLIENT FOLDER [LIMIT]`, one JSON string a line on
 * standard input, one JSON object a line on standard output:
 * names fetched and waves (round trips) by a first visit, by a second query, the same until the
 * first result, and milliseconds when everything is loaded.
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [client, folder, limit = 10] = process.argv.slice(2);
const { openIndex } = await import(pathToFileURL(client).href);

/** Answers of one wave arrive together; a fetch that waits for one of them is in the next wave. */
class Network {
  names = [];
  waves = 0;
  waiting = [];

  fetch = (address) =>
    new Promise((resolve) => {
      this.names.push(address.slice(folder.length + 1));
      this.waiting.push([address, resolve]);
      if (this.waiting.length === 1) setTimeout(() => this.deliver(), 1);
    });

  async deliver() {
    this.waves += 1;
    const wave = this.waiting;
    this.waiting = [];
    const texts = await Promise.all(wave.map(([address]) => readFile(address, "utf8")));
    wave.forEach(([, resolve], n) => resolve({ ok: true, text: async () => texts[n] }));
  }

  /** Search, and note what was fetched when the first result is there. */
  async search(index, query) {
    this.first = undefined;
    const note = () => (this.first ??= { names: [...this.names], waves: this.waves });
    await index.search(query, { limit: Number(limit), onFirst: note });
    note();
  }

  take() {
    const taken = { names: this.names, waves: this.waves, first: this.first };
    this.names = [];
    this.waves = 0;
    return taken;
  }
}

const visit = new Network();
const warm = await openIndex(folder, { fetch: visit.fetch });
visit.take();

for await (const line of createInterface({ input: process.stdin })) {
  const query = JSON.parse(line);
  const network = new Network();
  const first = await openIndex(folder, { fetch: network.fetch });
  await network.search(first, query);
  const cold = network.take();
  await visit.search(warm, query); // a visitor who has searched for the queries before this one
  const next = visit.take();
  const began = performance.now();
  await warm.search(query);
  const milliseconds = performance.now() - began;
  process.stdout.write(JSON.stringify({ cold, warm: next, milliseconds }) + "\n");
}
