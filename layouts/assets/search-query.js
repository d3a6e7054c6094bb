// What a reader typed, as terms.
//
//   东数西算 工程     both, anywhere in the article
//   "东数西算"工程    literally what is between the quotation marks, and 工程
//   算力 -芯片        the first without the second
//   气温 -5度         both: the minus of a number with a unit is its own
//
// A query of exclusions or of punctuation alone is taken literally.

const QUOTE = '"';
const MINUS = "-";
const NEGATIVE = /^-\d[\d.,]*[%‰℃°度]/;
const LONGEST_NUMBER = 20;
// Typed as these (not full-width) at the edge of a term, a mark may be the inside of a number or Latin word (.5G of
// 5.5G, 3- of 3-4): then the term stands only where the mark does. generator/search/reading.py has the same.
const BEFORE_WORD = new Set([...".,:/"]);
const AFTER_DIGIT = new Set([...".:/-"]);

/**
 * Parse a query. Returns terms: `{text, literal, excluded, chars, units, typed, gaps, before, after}` with `chars` all
 * visible characters, `units` those that count, `typed` the same as they were typed, `gaps[i]` whether something was
 * passed over before unit i, and `before` and `after` the mark that must touch the first and the last unit, if any.
 */
export function parseQuery(query, folding) {
  const spans = [...split(query, folding)];
  const terms = spans.map((span) => makeTerm(span, folding)).filter((term) => term.chars.length);
  const required = terms.filter((term) => !term.excluded && (term.literal || term.units.length));
  if (required.length) return [...required, ...terms.filter((term) => term.excluded && counts(term))];
  const whole = query.trim();
  const literal = makeTerm({ text: whole, literal: true, excluded: false }, folding);
  return literal.chars.length ? [{ ...literal, indivisible: true }] : [];
}

/** Make a term of one piece of text, as parseQuery does. */
export function makeTerm({ text, literal, excluded = false }, folding) {
  const whole = literal ? text : text.trim();
  const reading = folding.read(whole);
  const { chars } = reading;
  const units = reading.units.map((place) => chars[place]);
  const typed = reading.units.map((place) => String.fromCodePoint(whole.codePointAt(reading.starts[place])));
  const gaps = reading.units.map((place, i) => i > 0 && place - reading.units[i - 1] > 1);
  const edges = !literal && units.length ? findEdges(whole, reading, folding) : {};
  return { text, literal, excluded, chars, units, typed, gaps, ...edges };
}

function counts(term) {
  return term.literal || term.units.length > 0;
}

function findEdges(text, { chars, starts, units }, folding) {
  const first = units[0];
  const last = units.at(-1);
  const typed = (place) => (text[starts[place]] === chars[place] ? chars[place] : undefined);
  const before = folding.classOf(chars[first]) === "word" ? typed(first - 1) : undefined;
  const after = /[0-9]/.test(chars[last]) ? typed(last + 1) : undefined;
  return {
    before: BEFORE_WORD.has(before) ? before : undefined,
    after: AFTER_DIGIT.has(after) ? after : undefined,
  };
}

function* split(query, folding) {
  const chars = [...query];
  const folded = chars.map((char) => folding.fold(char));
  const blank = (i) => i >= chars.length || folding.classOf(folded[i]) === "blank";
  for (let i = 0; i < chars.length; ) {
    if (blank(i)) {
      i++;
      continue;
    }
    const negative = NEGATIVE.test(folded.slice(i, i + LONGEST_NUMBER).join(""));
    const excluded = folded[i] === MINUS && !blank(i + 1) && !negative;
    if (excluded) i++;
    const quoted = folded[i] === QUOTE;
    const start = quoted ? i + 1 : i;
    let end = start;
    while (end < chars.length && folded[end] !== QUOTE && (quoted || !blank(end))) end++;
    yield { text: chars.slice(start, end).join(""), literal: quoted || negative, excluded };
    i = quoted ? end + 1 : end;
  }
}
