// One part of the index: which of its rows hold a term, and what is known of each row.
//
// Pagefind answers for single words of ours (generator/search/tokens.py says what they are): sorted by row, the
// score of a result is its row. Positions of the words, compared here, prove that a row holds a phrase.

import { BASE, loadPack } from "./search-files.js";
import { findTerm } from "./search-reading.js";

const GAP = "ŋ";
const CHARACTER = "æ";
const EDGE = "ð";
const WORD = "þ";
const ESCAPE = "ø";
const LONGEST_WORD = 8;
const NONE = new Map();

/** Write one folded character as the index does. */
function encode(char) {
  const code = char.codePointAt(0);
  if (/^[0-9a-z]$/.test(char) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) {
    return char;
  }
  return ESCAPE + code.toString(36).padStart(4, "0");
}

export class Part {
  /** `entry` is the part's line in the manifest, `engine` answers for words. */
  constructor(entry, engine) {
    this.entry = entry;
    this.url = `${BASE}${entry.folder}/`;
    this.engine = engine;
    this.known = new Map();
    this.files = new Map();
  }

  /** What is known of every row: arrays by row, and the facets that have one value a row. */
  rows() {
    return keep(this.files, "rows", async () => {
      const rows = await loadPack(`${this.url}rows.pack`);
      let day = 0;
      rows.dates = rows.days.map((step) => isoDate((day += step)));
      return rows;
    });
  }

  /** The facets that have several values a row: topics and names. */
  terms() {
    return keep(this.files, "terms", () => loadPack(`${this.url}terms.pack`));
  }

  /** The texts of one row: `{url, title, kicker, subtitle, lede, paragraphs, attribution}`. */
  async text(row) {
    const { blocks } = await this.rows();
    let block = blocks.length - 1;
    while (blocks[block] > row) block--;
    const texts = await keep(this.files, block, () => loadPack(`${this.url}text/${block}.pack`));
    const [url, title, kicker, subtitle, lede, paragraphs, attribution] = texts[row - blocks[block]];
    return { url, title, kicker, subtitle, lede, paragraphs, attribution };
  }

  /**
   * The rows that hold `term`, each with the positions where it starts. Positions rise through title,
   * kicker, subtitle, lede, body and attribution.
   */
  async find(term, folding) {
    if (!term.literal) return term.before || term.after ? this.findEdged(term, folding) : this.findUnits(term.units);
    const { chars, units, gaps } = term;
    let rows;
    if (units.length > 1) {
      const pairs = units.slice(1).map((char, i) => pair(units[i], char) + (gaps[i + 1] ? GAP : ""));
      rows = await this.lookUp(`"${pairs.join(" ")}"`);
    } else {
      rows = await this.findCharacters(units.length ? units : chars);
    }
    return chars.length > Math.max(units.length, 1) ? this.verified(rows, term, folding) : rows;
  }

  /** The rows that hold `term` as a word by jieba's cut, each with a position in the zone it stands in. */
  async findWord(term) {
    const { units } = term;
    if (units.length < 2 || units.length > LONGEST_WORD) return NONE;
    return this.lookUp(`"${WORD}${units.map(encode).join("")}"`);
  }

  // The mark at an edge counts in some places (5.5G) and is passed over in others (1.发展). Where it counts it is
  // a unit; for the other rows, of which there are few, the texts are compared.
  async findEdged(term, folding) {
    const { units, before, after } = term;
    const edges = [before && [before, units[0]], after && [units.at(-1), after]].filter(Boolean);
    const [counted, bare, ...touching] = await Promise.all([
      this.findUnits([before, ...units, after].filter(Boolean)),
      this.findUnits(units),
      ...edges.map((edge) => this.lookUp(EDGE + pair(...edge))),
      ...edges.map((edge) => this.lookUpPair(pair(...edge))),
    ]);
    const touches = (row) => edges.every((_, i) => touching[i].has(row) || touching[i + edges.length].has(row));
    const open = [...bare].filter(([row]) => !counted.has(row) && touches(row));
    return new Map([...counted, ...(await this.verified(open, term, folding))]);
  }

  async findUnits(units) {
    if (units.length === 1) return this.findCharacters(units);
    // Every second pair, and the last, cover all characters: half as much to load, and no less of a proof.
    const offsets = [];
    for (let i = 0; i < units.length - 2; i += 2) offsets.push(i);
    offsets.push(units.length - 2);
    const lists = await Promise.all(offsets.map((i) => this.lookUpPair(pair(units[i], units[i + 1]))));
    const found = new Map();
    for (const [row, starts] of lists[0]) {
      const others = lists.slice(1).map((list) => list.get(row));
      if (others.includes(undefined)) continue;
      const sets = others.map((positions) => new Set(positions));
      const kept = starts.filter((start) => sets.every((set, i) => set.has(start + offsets[i + 1])));
      if (kept.length) found.set(row, kept);
    }
    return found;
  }

  async findCharacters(chars) {
    const lists = await Promise.all([...new Set(chars)].map((char) => this.lookUp(CHARACTER + encode(char))));
    return new Map([...lists[0]].filter(([row]) => lists.every((list) => list.has(row))));
  }

  async verified(rows, term, folding) {
    const kept = await Promise.all(
      [...rows].map(async ([row, positions]) => {
        const text = await this.text(row);
        const holds = segments(text).some((segment) => findTerm(folding.read(segment), term).length);
        return holds ? [[row, positions]] : [];
      }),
    );
    return new Map(kept.flat());
  }

  // The word that says "with something between" follows its pair in the index, but may be in the next file:
  // Pagefind loads the file of the word it is asked for alone, and then finds all loaded words that start so.
  lookUpPair(word) {
    return this.lookUp(word, word + GAP);
  }

  lookUp(word, also) {
    return keep(this.known, word, () => this.engine.lookUp(this.url, this.entry.folder, word, also));
  }
}

/** All texts of a row, in the order of the article. */
export function segments({ title, kicker, subtitle, lede, paragraphs, attribution }) {
  return [title, kicker, subtitle, ...lede, ...paragraphs, attribution];
}

// What failed is not kept: asked for again, it is loaded again.
function keep(kept, key, load) {
  if (!kept.has(key)) {
    const loading = load();
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

function pair(first, second) {
  return encode(first) + encode(second);
}

function isoDate(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
