/**
 * The browser's search in node, beside the joined client: `node batch.mjs FOLDER LIMIT [exact] [ENTRIES]` reads
 * one JSON string a line on standard input and writes one result a line; ENTRIES are the numbers of those that
 * are wanted: 3,7.
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { openIndex } from "./search.mjs";

const [folder, limit, ...settings] = process.argv.slice(2);
const numbers = settings.find((each) => each !== "exact");

/** @param {string} address */
async function readPublished(address) {
  try {
    const text = await readFile(address, "utf8");
    return { ok: true, text: async () => text };
  } catch {
    return { ok: false, text: async () => "" };
  }
}

const index = await openIndex(folder, { fetch: readPublished });
const options = {
  limit: Number(limit),
  exact: settings.includes("exact"),
  among: numbers === undefined ? undefined : new Set(numbers.split(",").filter(Boolean).map(Number)),
};
for await (const line of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const result = await index.search(JSON.parse(line), options);
  process.stdout.write(JSON.stringify({ ...result, milliseconds: performance.now() - began }) + "\n");
}
