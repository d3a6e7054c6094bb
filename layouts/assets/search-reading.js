// How a search reads a text: folded, one character to one, and with blanks and punctuation passed over.
// generator/search/reading.py does the same when the index is made, by the same tables.

/** The folding table and the classes of characters, as the index ships them. */
export class Folding {
  constructor(asset) {
    this.table = new Map();
    this.classes = new Map();
    for (const [first, length, distance] of runs(asset.fold, 3)) {
      for (let code = first; code < first + length; code++) this.table.set(code, code + distance);
    }
    for (const [name, numbers] of Object.entries(asset.classes)) {
      for (const [first, length] of runs(numbers, 2)) {
        for (let code = first; code < first + length; code++) this.classes.set(code, name);
      }
    }
  }

  /** Fold one character (a string of one code point). */
  fold(char) {
    const folded = this.table.get(char.codePointAt(0));
    return folded === undefined ? char : String.fromCodePoint(folded);
  }

  /** The class of a folded character: sign, word, punctuation, blank or invisible. */
  classOf(folded) {
    return this.classes.get(folded.codePointAt(0)) ?? "sign";
  }

  /**
   * Read a text. `chars` are its visible characters, folded, neighbouring blanks as one; `starts` and `ends`
   * their places in the text (UTF-16); `units` the places in `chars` of those that count.
   */
  read(text) {
    const reading = { chars: [], starts: [], ends: [], units: [] };
    let pending = [];
    let at = 0;
    for (const char of text) {
      const start = at;
      at += char.length;
      const folded = this.fold(char);
      const kind = this.classOf(folded);
      if (kind === "invisible") continue;
      const last = reading.chars.length - 1;
      if (kind === "blank" && reading.chars[last] === " ") {
        reading.ends[last] = at;
        continue;
      }
      reading.chars.push(folded);
      reading.starts.push(start);
      reading.ends.push(at);
      if (kind === "blank" || kind === "punctuation") {
        pending.push(last + 1);
        continue;
      }
      const before = reading.units.at(-1);
      if (pending.length && kind === "word" && before !== undefined
          && this.classOf(reading.chars[before]) === "word") {
        reading.units.push(...pending);
      }
      pending = [];
      reading.units.push(last + 1);
    }
    return reading;
  }
}

/** Places of `term` in a reading, as [start, end] in the text (UTF-16), from left to right; they may overlap. */
export function findTerm(reading, term) {
  const places = term.literal ? reading.chars.map((_, i) => i) : reading.units;
  const wanted = term.literal ? term.chars : term.units;
  const found = [];
  for (let i = 0; wanted.length && i + wanted.length <= places.length; i++) {
    let n = 0;
    while (n < wanted.length && reading.chars[places[i + n]] === wanted[n]) n++;
    if (n < wanted.length) continue;
    const first = places[i] - (term.before ? 1 : 0);
    const last = places[i + n - 1] + (term.after ? 1 : 0);
    if (term.before && reading.chars[first] !== term.before) continue;
    if (term.after && reading.chars[last] !== term.after) continue;
    found.push([reading.starts[first], reading.ends[last]]);
  }
  return found;
}

/** Places of any of `terms`, joined where they overlap. */
export function findTerms(reading, terms) {
  const all = terms.flatMap((term) => findTerm(reading, term)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined = [];
  for (const [start, end] of all) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function* runs(numbers, width) {
  let first = 0;
  for (let i = 0; i < numbers.length; i += width) {
    first += numbers[i];
    yield [first, ...numbers.slice(i + 1, i + width)];
  }
}
