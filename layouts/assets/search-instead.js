// What may have been meant by a query that nothing holds: words that sound alike, that are read as what was typed in
// Latin letters, or that differ by a slip; and the topics and names nearest to it.

const TRIED = 8;
const OFFERED = 3;
const NEAREST = 6;
const LONGEST = 12;
const ALIKE = 0.5;

/**
 * Find queries that may have been meant: `[{text, total}]`, the likeliest first. `count` gives the number of articles
 * that a query finds; what finds nothing is not offered.
 */
export async function findSuggestions(terms, vocabulary, count) {
  const required = terms.filter((term) => !term.excluded);
  const typed = required.map((term) => term.units.join(""));
  const whole = typed.join("");
  const sounding = new Sounds(vocabulary);
  const candidates = [
    ...corrections(typed, (key) => sounding.correct(key, "same")),
    ...sounding.spelled(whole),
    ...corrections(typed, (key) => sounding.correct(key, "near")),
    ...corrections(typed, (key) => slips(key, vocabulary)[0]),
    ...slips(whole, vocabulary),
  ];
  const seen = new Set([typed.join(" "), whole]);
  const fresh = candidates.filter((text) => text && !seen.has(vocabulary.keyOf(text)) && seen.add(vocabulary.keyOf(text)));
  const counted = await Promise.all(fresh.slice(0, TRIED).map(async (text) => ({ text, total: await count(text) })));
  return counted.filter(({ total }) => total).slice(0, OFFERED);
}

/** Find the topics and names that have most in common with the terms: `[{kind, label, url, count}]`. */
export function findNearest(terms, vocabulary) {
  const keys = terms.filter((term) => !term.excluded).map((term) => term.units);
  const near = vocabulary.terms.map((term) => ({ term, likeness: Math.max(...keys.map((key) => likeness(key, [...term.key]))) }));
  return near
    .filter((each) => each.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || b.term.count - a.term.count)
    .slice(0, NEAREST)
    .map(({ term: { kind, label, url, count } }) => ({ kind, label, url, count }));
}

// A query of several terms with those corrected that could be.
function corrections(typed, correct) {
  const corrected = typed.map((key) => correct(key));
  return corrected.some(Boolean) ? [corrected.map((text, i) => text ?? typed[i]).join(" ")] : [];
}

class Sounds {
  constructor(vocabulary) {
    this.vocabulary = vocabulary;
    this.same = new Map();
    this.near = new Map();
    this.run = new Map();
    for (const [key, word] of vocabulary.words) {
      for (const way of vocabulary.readings(key)) {
        keepBest(this.same, way, word);
        keepBest(this.near, blur(way), word);
        keepBest(this.run, way.replaceAll(" ", ""), word);
      }
    }
  }

  // Through the characters at the least cost, by words as they are and words that sound so, which cost more.
  correct(key, sounds) {
    const chars = [...key];
    const { vocabulary } = this;
    const alike = (part) =>
      vocabulary.readings(part).map((way) => this[sounds].get(sounds === "near" ? blur(way) : way)).filter(Boolean);
    const text = cheapest(chars, vocabulary, (part) => {
      if (part.length < 2 || !part.every((char) => vocabulary.sounds.has(char))) return [];
      return alike(part).map(({ label, count }) => ({ label, cost: vocabulary.cost(count) + part.length }));
    });
    return text !== undefined && vocabulary.keyOf(text) !== key ? text : undefined;
  }

  // What was typed in Latin letters, as words that are read so.
  spelled(typed) {
    const letters = typed.replace(/['\s]/g, "");
    if (!/^[a-z]{3,60}$/.test(letters)) return [];
    const text = cheapest([...letters], { ...this.vocabulary, words: new Map(), unknown: Infinity }, (part) => {
      const word = this.run.get(part.join(""));
      return word ? [{ label: word.label, cost: this.vocabulary.cost(word.count) }] : [];
    }, 30);
    return text === undefined ? [] : [text];
  }
}

function cheapest(chars, { words, unknown, cost }, others, longest = LONGEST) {
  const best = [{ cost: 0, text: "" }];
  for (let to = 1; to <= chars.length; to++) {
    best[to] = { cost: Infinity };
    for (let from = Math.max(0, to - longest); from < to; from++) {
      const part = chars.slice(from, to);
      const known = words.get(part.join(""));
      const ways = others(part);
      if (known) ways.push({ label: part.join(""), cost: cost(known.count) });
      if (part.length === 1) ways.push({ label: part[0], cost: unknown });
      for (const way of ways) {
        const total = best[from].cost + way.cost;
        if (total < best[to].cost) best[to] = { cost: total, text: best[from].text + way.label };
      }
    }
  }
  return best[chars.length].text;
}

// Sounds that many speakers do not tell apart.
function blur(way) {
  return way
    .split(" ")
    .map((syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/^l/, "n").replace(/ng$/, "n"))
    .join(" ");
}

function keepBest(words, key, word) {
  if (!(words.get(key)?.count >= word.count)) words.set(key, word);
}

// Words that differ by one character, or by two that changed places, the most frequent first.
function slips(key, { words }) {
  const typed = [...key];
  const found = [];
  for (const [other, word] of words) if (isSlip(typed, [...other])) found.push(word);
  return found.sort((a, b) => b.count - a.count).map(({ label }) => label);
}

function isSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left === 2 && right === 2) return a[start] === b[start + 1] && a[start + 1] === b[start];
  // A character more, fewer or another, of words so long that the rest says which is meant.
  return left <= 1 && right <= 1 && left + right > 0 && Math.min(a.length, b.length) > 2;
}

// Twice the longest common subsequence over both lengths (Dice's coefficient); of one character, nothing.
function likeness(a, b) {
  let row = new Array(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    b.forEach((other, j) => next.push(char === other ? row[j] + 1 : Math.max(row[j + 1], next[j])));
    row = next;
  }
  const common = row[b.length];
  return common < 2 ? 0 : (2 * common) / (a.length + b.length);
}
