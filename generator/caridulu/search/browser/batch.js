/**
 * The browser's search in node: `node batch.js FOLDER LIMIT [exact]` reads one JSON string a line on
 * standard input and writes one result a line.
 */

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { openIndex } from "./index.js";

const [folder, limit, spelling] = process.argv.slice(2);

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
const options = { limit: Number(limit), exact: spelling === "exact" };
for await (const line of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const result = await index.search(JSON.parse(line), options);
  process.stdout.write(JSON.stringify({ ...result, milliseconds: performance.now() - began }) + "\n");
}
