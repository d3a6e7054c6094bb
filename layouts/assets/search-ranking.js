// Best first: title before kicker, subtitle and lede, before body; a whole word before an accident; then how
// often, how early, and how short the article is; then the newest.

const ZONE = [400, 200, 0];
const WHOLE_WORD = 100;
const OFTEN = 20;
const MOST_OFTEN = 8;
const EARLY = 10;
const SHORT = 5;

/** Score a row by its best place of each term; `zones` are the ends of each zone by row. */
export function rankRow(row, zones, found, words) {
  const length = zones[2][row] || 1;
  let score = -SHORT * Math.min(1, length / 10_000);
  found.forEach((list, i) => {
    const positions = list.get(row);
    if (!positions) return;
    score += ZONE[zoneOf(Math.min(...positions), row, zones)];
    const word = words[i].get(row);
    if (word) score += WHOLE_WORD;
    score += OFTEN * Math.log2(Math.min(positions.length, MOST_OFTEN));
    score += EARLY * (1 - Math.min(...positions) / length);
  });
  return score;
}

/** Return the comparison of hits for a `sort` option. */
export function compareHits(sort) {
  const newest = (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  const place = (a, b) => (a.part === b.part ? a.row - b.row : a.part.url < b.part.url ? -1 : 1);
  if (sort === "newest") return (a, b) => newest(a, b) || b.score - a.score || place(a, b);
  if (sort === "oldest") return (a, b) => newest(b, a) || b.score - a.score || place(a, b);
  return (a, b) => b.score - a.score || newest(a, b) || place(a, b);
}

function zoneOf(position, row, zones) {
  const zone = zones.findIndex((ends) => position < ends[row]);
  return zone < 0 ? zones.length - 1 : zone;
}
