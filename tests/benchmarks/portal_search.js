/**
 * Asks a portal: `node portal_search.js MODULES SITE`; MODULES holds the portal's modules, the search client as
 * client.js, and values.json with what the page tells them. One JSON string a line on standard input; on standard
 * output one JSON object a line: answers (entry's id and office), named offices, names fetched by a first visit,
 * and milliseconds of the processor when everything is loaded.
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const DEPTH = 10; // answers that are judged
const [modules, site] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${modules}/${name}.js`).href);
const { openPortal } = await load("portal_search");
const { openIndex } = await load("client");
const values = JSON.parse(await readFile(`${modules}/values.json`, "utf8"));

const kept = new Map();
async function textOf(name) {
  if (!kept.has(name)) kept.set(name, readFile(`${site}/${name}`, "utf8"));
  const text = await kept.get(name);
  return { ok: true, text: async () => text };
}

/** Opens the portal as a first visit; `names` fills with what it fetches. */
function visit(names) {
  const fetch = (address) => {
    const name = address.slice(site.length + 1);
    names.push(name);
    return textOf(name);
  };
  return openPortal(`${site}/`, values, { openIndex, fetch });
}

const warm = await visit([]);
const rows = [];
for await (const line of createInterface({ input: process.stdin })) {
  const query = JSON.parse(line);
  const names = [];
  await (await visit(names)).search(query, null);
  const found = await warm.search(query, null, DEPTH);
  const answers = found.answers.map(({ hit, office }) => [hit.id, office.id]);
  const named = found.named.map(({ id }) => id);
  rows.push({ query, answers, named, outcome: found.outcome, names });
}
// Afterwards: what first visits left behind is cleared while they are made.
for (const { query, ...row } of rows) {
  const began = process.cpuUsage();
  await warm.search(query, null);
  const spent = process.cpuUsage(began);
  const milliseconds = (spent.user + spent.system) / 1000;
  process.stdout.write(JSON.stringify({ ...row, milliseconds }) + "\n");
}
