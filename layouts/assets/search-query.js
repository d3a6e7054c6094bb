// What a reader typed, as terms.
//
//   东数西算 工程     both, anywhere in the article
//   "东数西算"工程    literally what is between the quotation marks, and 工程
//   算力 -芯片        the first without the second
//
// A query of exclusions or of punctuation alone is taken literally.

const QUOTE = '"';
const MINUS = "-";
// Typed as these (not full-width) at the edge of a term, a mark may be the inside of a number or Latin word (.5G of
// 5.5G, 3- of 3-4): then the term stands only where the mark does. generator/search/reading.py has the same.
const BEFORE_WORD = new Set([...".,:/"]);
const AFTER_DIGIT = new Set([...".:/-"]);

/**
 * Parse a query. Returns terms: `{text, literal, excluded, chars, units, gaps, before, after}` with `chars` all
 * visible characters, `units` those that count, `gaps[i]` whether something was passed over before unit i, and
 * `before` and `after` the mark that must touch the first and the last unit, if any.
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
  const reading = folding.read(literal ? text : text.trim());
  const { chars } = reading;
  const units = reading.units.map((place) => chars[place]);
  const gaps = reading.units.map((place, i) => i > 0 && place - reading.units[i - 1] > 1);
  const edges = !literal && units.length ? findEdges(text.trim(), reading, folding) : {};
  return { text, literal, excluded, chars, units, gaps, ...edges };
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
    const excluded = folded[i] === MINUS && !blank(i + 1);
    if (excluded) i++;
    const literal = folded[i] === QUOTE;
    const start = literal ? i + 1 : i;
    let end = start;
    while (end < chars.length && folded[end] !== QUOTE && (literal || !blank(end))) end++;
    yield { text: chars.slice(start, end).join(""), literal, excluded };
    i = literal ? end + 1 : end;
  }
}

/**
 * Split terms that no article holds as they stand: into words, by the browser's own cutting. Single
 * characters are left out where there are longer words. Returns null where there is nothing to split: without its
 * minus, an exclusion would find what was not wanted.
 */
export function splitTerms(terms, folding) {
  if (terms.some((term) => term.indivisible)) return null;
  const parts = terms.filter((term) => !term.excluded).flatMap((term) => cutWords(term.text));
  const long = parts.filter((part) => [...part].length > 1);
  const made = [...new Set(long.length ? long : parts)]
    .map((text) => makeTerm({ text, literal: false }, folding))
    .filter((term) => term.units.length);
  const written = (list) => list.map(({ before = "", units, after = "" }) => before + units.join("") + after).join(" ");
  if (!made.length || written(made) === written(terms)) return null;
  return [...made, ...terms.filter((term) => term.excluded)];
}

function cutWords(text) {
  if (!Intl.Segmenter) return text.match(/[\p{L}\p{N}]{1,2}/gu) ?? [];
  const segments = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).map((segment) => segment.segment);
}
