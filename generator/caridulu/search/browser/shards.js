/**
 * The published index, slice by slice. Twin of `shards.py`, which says how a slice is written.
 * Throws `IndexProblem` with a `kind`: "network", "missing", "damaged" or "version".
 */

import { skeleton } from "./spelling.js";
import { place } from "./vocabulary.js";

const VERSION = 8;
const FINAL = 70; // digits that end a number
const MORE = 20; // and those after which more follows
const CAPITAL = 65; // code of A, which says that no letter is shared

/** @typedef {{idf: number, entries: number[], parts: number[]}} Term */

export class IndexProblem extends Error {
  /** @param {"network" | "missing" | "damaged" | "version"} kind @param {string} name */
  constructor(kind, name) {
    super(`${kind}: ${name}`);
    this.kind = kind;
  }
}

/**
 * Whole numbers from 0, as `encode` of `shards.py` writes them.
 * @param {string} text
 * @returns {number[]}
 */
export function decode(text) {
  const numbers = [];
  let value = 0;
  let scale = 1;
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const digit = code - (code > 96 ? 97 : code > 92 ? 7 : 6); // a-}, then #-[, then ]-`
    value += digit * scale;
    if (digit < FINAL) {
      numbers.push(value);
      value = 0;
      scale = 1;
    } else scale *= MORE;
  }
  return numbers;
}

/**
 * Names that are written without the letters they share with the one before.
 * @param {string} line
 */
export function namesOf(line) {
  let name = "";
  return line
    .split(/(?=[A-Z])/)
    .map((part) => (name = name.slice(0, part.charCodeAt(0) - CAPITAL) + part.slice(1)));
}

export class Shards {
  /** @type {Map<string, Promise<any>>} */
  loading = new Map();
  /** @type {Map<string, string[]>} */
  lines = new Map();
  /** @type {Map<string, Term | undefined>} undefined for a real word that is no term */
  terms = new Map();

  /**
   * @param {string} base address of the folder, ending in "/"
   * @param {(address: string) => Promise<{ok: boolean, text: () => Promise<string>}>} fetch
   */
  constructor(base, fetch) {
    this.base = base;
    this.fetch = fetch;
  }

  /** Fetch the manifest; the first thing to do. */
  async open() {
    const name = "manifest.json";
    const text = await this.read(name);
    try {
      this.manifest = JSON.parse(text);
    } catch {
      throw new IndexProblem("damaged", name);
    }
    if (this.manifest.version !== VERSION) throw new IndexProblem("version", name);
    this.starts = namesOf(this.manifest.terms);
    this.idfs = decode(this.manifest.idfs);
    return this.manifest;
  }

  /** Text of a file below the folder. @param {string} name */
  async read(name) {
    let answer;
    try {
      answer = await this.fetch(this.base + name);
    } catch {
      throw new IndexProblem("network", name);
    }
    if (!answer.ok) throw new IndexProblem("missing", name);
    return answer.text();
  }

  /**
   * Lines of a slice between its header and its end mark; each slice is fetched once.
   * @param {string} name
   * @returns {Promise<string[]>}
   */
  slice(name) {
    let lines = this.loading.get(name);
    if (!lines) {
      lines = this.fetchSlice(name);
      lines.catch(() => this.loading.delete(name));
      this.loading.set(name, lines);
    }
    return lines;
  }

  /** Fetch a slice and keep its terms or texts. @param {string} name */
  async fetchSlice(name) {
    const text = await this.read(`hashed/${this.manifest.id}/${name}.txt`);
    /** @type {string[]} */
    const [id, ...lines] = text.split("\n");
    if (id !== this.manifest.id) throw new IndexProblem("version", name);
    if (lines.pop() !== ".") throw new IndexProblem("damaged", name);
    const first = Number(name.slice(1)) * this.manifest.block;
    if (name[0] === "x") lines.forEach((line, n) => this.lines.set(`=${first + n}`, line.split("\t")));
    if (name[0] === "t") this.addTerms(lines);
    return lines;
  }

  /** Keep what a slice of terms holds. @param {string[]} lines of it: words and sizes, names, three of numbers, texts */
  addTerms([, , names, ...lines]) {
    const [counts, gaps, parts] = lines.splice(0, 3).map(decode);
    for (const written of namesOf(names)) {
      const name = written.split("+").reverse().join(" ");
      const head = counts.shift();
      const count = head >> 1;
      const idf = head % 2 ? counts.shift() : this.idfs[count];
      let entry = -1;
      const entries = gaps.splice(0, count).map((gap) => (entry += gap + 1));
      this.terms.set(name, head ? { idf, entries, parts: parts.splice(0, count) } : undefined);
    }
    for (const line of lines) {
      const [entry, ...text] = line.split("\t");
      this.lines.set(entry, text);
    }
  }

  /** The slice where a term of one word stands, if there is such a term. @param {string} name */
  home(name) {
    return `t${place(this.starts, skeleton(name))}`;
  }

  /**
   * Make these terms, and the pairs that stand with them, available to `term`.
   * @param {string[]} names of one word each
   */
  async loadTerms(names) {
    const slices = names.map((name) => this.has(name) || this.slice(this.home(name)));
    await Promise.all(slices);
  }

  /**
   * A term of the slices that are loaded.
   * @param {string} name
   * @returns {Term | undefined}
   */
  term(name) {
    return this.terms.get(name);
  }

  /** Whether the slices that are loaded name a term or real words. @param {string} name */
  has(name) {
    return this.terms.has(name);
  }

  /**
   * Words at the beginning of a slice with the size class of their frequency.
   * @param {string} name
   * @returns {Promise<[string, number][]>}
   */
  async words(name) {
    const [words, sizes] = await this.slice(name);
    const numbers = decode(sizes);
    return namesOf(words).map((word, i) => [word, numbers[i]]);
  }

  /** Id, title, snippet and note of an entry, if they are there. @param {number} entry */
  known(entry) {
    return this.lines.get(`=${entry}`);
  }

  /** Id, title, snippet and note of an entry. @param {number} entry */
  async text(entry) {
    if (!this.known(entry)) await this.slice(`x${Math.floor(entry / this.manifest.block)}`);
    return this.known(entry);
  }
}
