// One part of the index: which of its rows hold a term, and what is known of each row.
//
// The index answers for single words of ours (generator/search/tokens.py says what they are). Positions of the words,
// compared here, prove that a row holds a phrase.

import { BASE, loadPack } from "./search-files.js";
import { findFile, loadIndexFile } from "./search-index.js";
import { findTerm } from "./search-reading.js";

const TOUCH = "ŧ";
const GAP = "ŋ";
const END = "ħ";
const CHARACTER = "æ";
const EDGE = "ð";
const WORD = "þ";
const ESCAPE = "ø";
const LONGEST_WORD = 8;
const ANY = [TOUCH, WORD, GAP];
// After all characters that a word of the index may have.
const LAST = "\uffff";
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
  /**
   * `entry` is the part's line in the manifest; `counts`, shared by all parts, says how many rows had a pair of
   * characters in those that were asked for it.
   */
  constructor(entry, counts) {
    this.entry = entry;
    this.url = `${BASE}${entry.folder}/`;
    this.counts = counts;
    this.known = new Map();
    this.files = new Map();
  }

  /** What is known of every row: arrays by row, and the facets that have one value a row. */
  rows() {
    return keep(this.files, "rows", async () => {
      const rows = await loadPack(`${this.url}rows.pack`);
      const dates = sums(rows.days).map(isoDate);
      const zones = rows.zones.map(() => []);
      for (let row = 0; row < dates.length; row++) sums(rows.zones.map((zone) => zone[row])).forEach((end, zone) => zones[zone].push(end));
      return { ...rows, dates, zones, blocks: sums(rows.blocks) };
    });
  }

  /** A facet that has several values a row: `{values, rows}`, for each row the places of its values in `values`. */
  terms(facet) {
    return keep(this.files, facet, async () => {
      const any = this.entry.facetBytes[facet];
      const { values, rows: steps } = any ? await loadPack(`${this.url}${facet}.pack`) : { values: [], rows: [] };
      const rows = Array.from({ length: this.entry.count }, () => []);
      let first = 0;
      steps.forEach(([step, ...more], id) => {
        let row = (first += step);
        rows[row].push(id);
        for (const next of more) rows[(row += next)].push(id);
      });
      return { values, rows };
    });
  }

  /**
   * The places where the character `typed` is written so, where it folds to another: a map of rows to positions.
   */
  async form(typed) {
    const { forms } = await this.rows();
    const number = forms.findIndex((chars) => chars.includes(typed));
    if (number < 0) return NONE;
    const file = await keep(this.files, `forms/${number}`, () => loadPack(`${this.url}forms/${number}.pack`));
    return keep(this.files, `form ${typed}`, async () => new Map(file[typed].map(([row, ...steps]) => [row, sums(steps)])));
  }

  /** The characters that fold to `folded` and are not it, in any text of this part. */
  async formsOf(folded, folding) {
    const { forms } = await this.rows();
    const chars = await keep(this.files, "chars", async () => [...forms.join("")].map((char) => [folding.fold(char), char]));
    return chars.filter(([each]) => each === folded).map(([, char]) => char);
  }

  /** Where `first` stands before `second` with something passed over between: a map of rows to positions of `first`. */
  findGaps(first, second) {
    return this.lookUp(pair(first, second) + GAP);
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
      rows = await this.findRun(
        units.slice(1).map((char, i) => ({ offset: i, characters: pair(units[i], char), ways: gaps[i + 1] ? [GAP] : [TOUCH, WORD] })),
      );
    } else {
      rows = units.length ? await this.findCharacter(units[0]) : await this.findMarks(chars);
    }
    return chars.length > Math.max(units.length, 1) ? this.verified(rows, term, folding) : rows;
  }

  /**
   * The rows that hold `term` as a word by jieba's cut, each with a position in the zone it stands in; null where
   * the index does not know.
   */
  async findWord(term) {
    const { units } = term;
    if (units.length < 2 || units.length > LONGEST_WORD) return null;
    const [first, second, ...rest] = units.map(encode);
    return this.lookUp(first + second + WORD + rest.join(""));
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
      ...edges.map((edge) => this.lookUpPair(pair(...edge), ANY)),
    ]);
    const touches = (row) => edges.every((_, i) => touching[i].has(row) || touching[i + edges.length].has(row));
    const open = [...bare].filter(([row]) => !counted.has(row) && touches(row));
    return new Map([...counted, ...(await this.verified(open, term, folding))]);
  }

  async findUnits(units) {
    if (units.length === 1) return this.findCharacter(units[0]);
    // Every second pair, and the last, cover all characters: half as much to load, and no less of a proof.
    const offsets = [];
    for (let i = 0; i < units.length - 2; i += 2) offsets.push(i);
    offsets.push(units.length - 2);
    return this.findRun(offsets.map((offset) => ({ offset, characters: pair(units[offset], units[offset + 1]), ways: ANY })));
  }

  // The rows that have all of `pairs` at their distances, with the places where the run of them may start.
  async findRun(pairs) {
    // Those that the parts searched so far have seldom come first: where nothing is left, no more is loaded.
    const seen = ({ characters, ways }) => this.counts.get(characters + ways) ?? Infinity;
    const rarest = [...pairs].sort((a, b) => (seen(a) < seen(b) ? -1 : seen(a) > seen(b) ? 1 : 0));
    let found;
    for (const { offset, characters, ways } of rarest) {
      const list = await this.lookUpPair(characters, ways);
      this.counts.set(characters + ways, (this.counts.get(characters + ways) ?? 0) + list.size);
      found = found ? keepTogether(found, list, offset) : shift(list, offset);
      if (!found.size) return NONE;
    }
    return found;
  }

  // A character stands wherever one of the words that begin with it does; most have them in one file.
  findCharacter(char) {
    const beginning = encode(char);
    return keep(this.known, beginning, async () => {
      const { words } = await this.rows();
      const first = findFile(words, beginning);
      const numbers = Array.from({ length: findFile(words, beginning + LAST) - first + 1 }, (_, i) => first + i);
      const files = await Promise.all(numbers.map((number) => this.indexFile(number)));
      return joined(files.flatMap((file) => file.findAll(beginning, [TOUCH, WORD, GAP, END])));
    });
  }

  // The rows that hold each of `chars`, which are marks, counted or passed over.
  async findMarks(chars) {
    const lists = await Promise.all(
      [...new Set(chars)].map(async (char) => joined(await Promise.all([this.findCharacter(char), this.lookUp(CHARACTER + encode(char))]))),
    );
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

  // The rows that have a pair of characters in one of `ways`.
  lookUpPair(characters, ways) {
    return keep(this.known, characters + ways, async () =>
      joined(await Promise.all(ways.map((way) => this.lookUp(characters + way)))),
    );
  }

  /** The rows that have a word of the index, each with its positions there. */
  async lookUp(word) {
    const { words } = await this.rows();
    const file = await this.indexFile(findFile(words, word));
    return file.find(word);
  }

  indexFile(number) {
    return keep(this.files, `index/${number}`, () => loadIndexFile(`${this.url}index/${number}.pf_index`));
  }
}

// Maps of rows to positions as one, the positions in order.
function joined(lists) {
  const [most, ...others] = lists.filter((list) => list.size).sort((a, b) => b.size - a.size);
  if (!others.length) return most ?? NONE;
  const found = new Map(most);
  const mixed = new Set();
  for (const [row, positions] of others.flatMap((list) => [...list])) {
    const known = found.get(row);
    if (known) mixed.add(row);
    found.set(row, known ? known.concat(positions) : positions);
  }
  for (const row of mixed) found.get(row).sort((a, b) => a - b);
  return found;
}

// Positions of pairs that stand `offset` after the start of a term, as places where the term may start.
function shift(list, offset) {
  return offset ? new Map([...list].map(([row, places]) => [row, places.map((place) => place - offset)])) : list;
}

// Of places where a term may start, those that have one of `list` at `offset`.
function keepTogether(found, list, offset) {
  const kept = new Map();
  for (const [row, starts] of found) {
    const places = list.get(row);
    if (!places) continue;
    const both = starts.filter((start) => places.includes(start + offset));
    if (both.length) kept.set(row, both);
  }
  return kept;
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

function sums(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

function isoDate(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
