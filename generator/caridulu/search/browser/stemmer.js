/**
 * Indonesian stems by the Snowball algorithm (Tala 2003), equal to Python's snowballstemmer 3.
 * Each rule works only while more than two vowels are left.
 */

import { VOWEL } from "./spelling.js";

const FIRST_PREFIX = /^(?:meng|mem|men|me|peng|pem|pen|di|ke|ter)/;

// Kind of the prefix found so far; decides which suffixes may follow.
const NONE = 0;
const ACTIVE = 1; // di-, me-, ter-
const PE = 2; // pe-, per-
const NOUN = 3; // ke-, peN-
const BE = 4; // be-, ber-

/**
 * @param {string} word lower-case letters
 * @returns {string}
 */
export function stemOf(word) {
  let measure = word.split(VOWEL).length - 1;
  let prefix = NONE;
  let start = 0; // letters that a nasal prefix gave back are not looked at again

  /** @param {string} shorter */
  const become = (shorter) => {
    word = shorter;
    measure -= 1;
    return true;
  };

  const cutSuffix = () => {
    if (word.endsWith("an") && word.length - 2 >= start) {
      const dative = prefix !== PE && prefix !== NOUN && word.at(-3) === "k" && word.length - 2 > start;
      if (!dative && prefix === ACTIVE) return false;
      return become(word.slice(0, dative ? -3 : -2));
    }
    if (word.endsWith("i") && word.length - 1 >= start) {
      if (prefix > PE || (word.at(-2) === "s" && word.length - 1 > start)) return false;
      return become(word.slice(0, -1));
    }
    return false;
  };

  const cutSecondPrefix = () => {
    const rest = word.slice(start);
    const active = rest.startsWith("be");
    if (!active && !rest.startsWith("pe")) return false;
    let length = 2;
    let kind = active ? BE : PE;
    if (rest[2] === "r") length = 3;
    else if (rest.startsWith("lajar", 2)) {
      length = 3;
      if (!active) kind = prefix;
    } else if (active && !/^be[^aeiou]er/.test(rest)) return false;
    prefix = kind;
    return become(word.slice(0, start) + rest.slice(length));
  };

  const cutFirstPrefix = () => {
    const found = FIRST_PREFIX.exec(word)?.[0];
    if (!found) return false;
    const rest = word.slice(found.length);
    prefix = found[0] === "p" || found === "ke" ? NOUN : ACTIVE;
    if (found.length === 3 && found !== "ter") {
      if (found[2] === "n" && /^y[aeiou]/.test(rest)) {
        start = 1;
        return become("s" + rest.slice(1));
      }
      if (found[2] === "m" && VOWEL.test(rest[0] ?? "")) {
        start = 1;
        return become("p" + rest);
      }
    }
    return become(rest);
  };

  if (measure > 2 && /(kah|lah|pun)$/.test(word)) become(word.slice(0, -3));
  if (measure > 2 && /(nya|ku|mu)$/.test(word)) become(word.replace(/(nya|ku|mu)$/, ""));
  if (measure > 2) {
    if (cutFirstPrefix()) {
      if (measure > 2 && cutSuffix() && measure > 2) cutSecondPrefix();
    } else {
      cutSecondPrefix();
      if (measure > 2) cutSuffix();
    }
  }
  return word;
}
