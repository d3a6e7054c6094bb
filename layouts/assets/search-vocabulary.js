// The archive's own words: how a query that nothing holds is split, and how words sound.
// generator/search/vocabulary.py says what the file holds.

import { addressOf, BASE, loadPack } from "./search-files.js";
import { makeTerm } from "./search-query.js";

const LONGEST = 12;
const LONGEST_GUESS = 8;

/** Load the vocabulary that `manifest` names. */
export async function loadVocabulary(manifest, folding) {
  return new Vocabulary(await loadPack(BASE + manifest.vocabulary), folding);
}

export class Vocabulary {
  constructor({ terms, words, sounds }, folding) {
    this.folding = folding;
    /** Topics and names: `{kind, label, url, count, key}`, `key` the folded characters that count. */
    this.terms = Object.entries(terms).flatMap(([kind, { url, terms: rows }]) =>
      rows.map(([label, count, own]) => ({
        kind, label, url: addressOf(kind, label, own ?? url.replace("*", () => label)), count, key: this.keyOf(label),
      })),
    );
    /** Folded words, with how they are written and how many articles have them, about. */
    this.words = new Map();
    words.forEach((list, i) => {
      for (const label of list.split(" ").filter(Boolean)) this.words.set(this.keyOf(label), { label, count: 2 ** i });
    });
    for (const { key, label, count } of this.terms) {
      if (!(this.words.get(key)?.count > count)) this.words.set(key, { label, count });
    }
    /** Characters, with the syllables they may be read as. */
    this.sounds = new Map();
    for (const [syllable, chars] of Object.entries(sounds)) {
      for (const char of chars) this.sounds.set(char, [...(this.sounds.get(char) ?? []), syllable]);
    }
    let all = 1;
    for (const { count } of this.words.values()) all += count;
    this.cost = (count) => Math.log(all / count);
    this.unknown = Math.log(all) + 3;
  }

  /** The folded characters of `text` that count. */
  keyOf(text) {
    const { chars, units } = this.folding.read(text);
    return units.map((place) => chars[place]).join("");
  }

  /**
   * Split terms into the words of the archive. Single characters are left out where there are longer words. Returns
   * terms, or null where there is nothing to split. What is excluded stays so: without its minus, it would find what was
   * not wanted.
   */
  split(terms) {
    const words = terms.filter((term) => !term.excluded).flatMap((term) => this.cut(term.text));
    const long = words.filter((word) => [...word].length > 1);
    const made = [...new Set(long.length ? long : words)]
      .map((text) => makeTerm({ text, literal: false }, this.folding))
      .filter((term) => term.units.length);
    const written = (list) => list.map(({ before = "", units, after = "" }) => before + units.join("") + after).join(" ");
    if (!made.length || written(made) === written(terms)) return null;
    return [...made, ...terms.filter((term) => term.excluded)];
  }

  /** Cut `text` into the most probable words, what is unknown between two known words being one. */
  cut(text) {
    const { chars, starts, ends, units } = this.folding.read(text);
    const pieces = [];
    let run = [];
    units.forEach((place, i) => {
      if (i && place - units[i - 1] > 1) pieces.push(run.splice(0));
      run.push(place);
    });
    pieces.push(run);
    const write = (places) => text.slice(starts[places[0]], ends[places.at(-1)]).trim();
    return pieces
      .filter((places) => places.length)
      .flatMap((places) => this.cutRun(places.map((place) => chars[place])).flatMap(([from, to, known]) => {
        const piece = write(places.slice(from, to));
        return known ? [piece] : cutUnknown(piece);
      }))
      .filter(Boolean);
  }

  // The cheapest way through the characters: [[from, to, known], …]. Words of letters and digits are never broken up.
  cutRun(chars) {
    const inWord = chars.map((char, i) => i > 0 && this.isLetter(char) && this.isLetter(chars[i - 1]));
    const best = [{ cost: 0 }];
    for (let to = 1; to <= chars.length; to++) {
      best[to] = { cost: Infinity };
      if (inWord[to]) continue;
      for (let from = to - 1; from >= 0; from--) {
        if (inWord[from] || best[from].cost === Infinity) continue;
        const word = to - from <= LONGEST && this.words.get(chars.slice(from, to).join(""));
        const single = to - from === 1 || inWord.slice(from + 1, to).every(Boolean);
        if (!word && !single) continue;
        const cost = best[from].cost + (word ? this.cost(word.count) : this.unknown);
        if (cost < best[to].cost) best[to] = { cost, from, known: Boolean(word) || this.isLetter(chars[from]) };
      }
    }
    const cuts = [];
    for (let to = chars.length; to > 0; to = best[to].from) cuts.unshift([best[to].from, to, best[to].known]);
    return cuts.reduce((joined, cut) => {
      const last = joined.at(-1);
      if (last && !last[2] && !cut[2]) last[1] = cut[1];
      else joined.push([...cut]);
      return joined;
    }, []);
  }

  isLetter(char) {
    return this.folding.classOf(char) === "word" || this.folding.classOf(char) === "punctuation" || char === " ";
  }

  /** All ways in which the folded characters may be read, as syllables with a blank between; a few at most. */
  readings(chars) {
    let ways = [""];
    for (const char of chars) {
      const sounds = this.sounds.get(char) ?? [char];
      ways = ways.flatMap((way) => sounds.map((sound) => (way ? `${way} ${sound}` : sound))).slice(0, LONGEST_GUESS);
    }
    return ways;
  }
}

// No word of the archive: cut by the browser, single characters put together again.
function cutUnknown(text) {
  if ([...text].length < 3 || !Intl.Segmenter) return [text];
  const pieces = [];
  let loose = false;
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    const single = [...segment].length === 1;
    if (single && loose) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
    loose = single;
  }
  return pieces;
}
