// Best first: as typed before other forms; whole words before accidents (和服 in 产品和服务); title before kicker, subtitle
// and lede, before body; then how often, how early, and how short the article is; then the newest.

// Each step is more than all that follows it can make.
const WHOLE = [400, 200, 0];
const ACCIDENT = [-150, -270, -390];
const OFTEN = 15;
const MOST_OFTEN = 64;
const EARLY = 8;
const SHORT = 4;
const LONG = 10_000;

/**
 * Score a row that holds some of the terms. `zones` are the ends of each zone by row; `found`, `words` and `grades`
 * have, for each term, its positions, its positions as a whole word (or null), and how exactly it stands there, by row.
 * Returns `{held, inexact, score}`: which terms, how far from what was typed, and how good.
 */
export function rankRow(row, zones, found, words, grades) {
  const length = zones[2][row] || 1;
  const held = found.flatMap((list, i) => (list.has(row) ? [i] : []));
  let inexact = 0;
  let score = -SHORT * Math.min(1, length / LONG);
  for (const i of held) {
    const positions = found[i].get(row);
    const first = Math.min(...positions);
    inexact += grades[i].get(row) ?? 0;
    const [word] = words[i] ? (words[i].get(row) ?? []) : [first];
    score += word === undefined ? ACCIDENT[zoneOf(first, row, zones)] : WHOLE[zoneOf(word, row, zones)];
    score += OFTEN * Math.log2(Math.min(positions.length, MOST_OFTEN));
    score += EARLY * (1 - first / length);
  }
  return { held, inexact, score };
}

/** Return the comparison of hits for a `sort` option. */
export function compareHits(sort) {
  const newest = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  const best = (a, b) => b.weight - a.weight || a.inexact - b.inexact || b.score - a.score;
  const place = (a, b) => (a.part === b.part ? a.row - b.row : a.part.url < b.part.url ? -1 : 1);
  if (sort === "newest") return (a, b) => newest(a, b) || best(a, b) || place(a, b);
  if (sort === "oldest") return (a, b) => newest(b, a) || best(a, b) || place(a, b);
  return (a, b) => best(a, b) || newest(a, b) || place(a, b);
}

/**
 * Keep the hits that hold all of `terms`, or, where none does, those that hold the most of them: at least half, or as
 * many as any does. Sets the weight of each: how many terms, then how rare ones, it holds.
 */
export function keepFullest(hits, terms) {
  // Not Math.max of a spread list: there may be more hits than a call takes arguments.
  const most = hits.reduce((longest, { held }) => Math.max(longest, held.length), 0);
  const least = most === terms ? most : Math.min(most, Math.ceil(terms / 2));
  const numbers = countHeld(hits, terms);
  const rarity = numbers.map((number) => 1 / (1 + Math.log2(1 + number)) / (terms + 1));
  const kept = hits.filter(({ held }) => held.length >= least);
  for (const hit of kept) hit.weight = hit.held.reduce((sum, i) => sum + 1 + rarity[i], 0);
  return kept;
}

/** Count, for each of `terms` terms, the hits that hold it. */
export function countHeld(hits, terms) {
  const numbers = new Array(terms).fill(0);
  for (const { held } of hits) for (const i of held) numbers[i] += 1;
  return numbers;
}

function zoneOf(position, row, zones) {
  const zone = zones.findIndex((ends) => position < ends[row]);
  return zone < 0 ? zones.length - 1 : zone;
}
