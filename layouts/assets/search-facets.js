// Counts of hits by what is known of them: facets, and by time.

const COLUMN_FACETS = ["publication", "section", "kind"];
const TERM_FACETS = ["topic", "person", "organisation", "place", "attribution"];
const FEW_BYTES = 60_000;
const LONGEST_BY_MONTH = 24;

/** The names of all facets, in the order they are shown in. */
export const FACETS = [...COLUMN_FACETS, ...TERM_FACETS];

/** The facets to count: those asked for; without asking, all of them where their files are small together. */
export function chooseFacets(asked, parts) {
  if (asked) return FACETS.filter((name) => asked.includes(name));
  const bytes = parts.flatMap(({ entry }) => Object.values(entry.facetBytes)).reduce((a, b) => a + b, 0);
  return bytes <= FEW_BYTES ? FACETS : COLUMN_FACETS;
}

/** The names of facets that have any value in `parts`. */
export function usedFacets(parts) {
  return FACETS.filter((name) => COLUMN_FACETS.includes(name) || parts.some(({ entry }) => entry.facetBytes[name]));
}

/** Return whether a row passes the filters of `options`: a function of the row. */
export async function makeFilter(part, options, publications) {
  const tests = [];
  const { dates } = await part.rows();
  if (options.from) tests.push((row) => dates[row] >= options.from);
  if (options.to) tests.push((row) => dates[row] <= options.to);
  for (const name of FACETS) {
    const wanted = [options[name] ?? []].flat().filter((value) => value !== "");
    if (!wanted.length) continue;
    const column = await readColumn(part, name);
    const ids = new Set();
    column.values.forEach((value, id) => {
      if (wanted.includes(value) || (name === "publication" && wanted.includes(publications[value]))) ids.add(id);
    });
    tests.push((row) => [column.rows[row]].flat().some((id) => ids.has(id)));
  }
  return (row) => tests.every((test) => test(row));
}

/** Count hits by value: `{topic: [{value, label, count}, …], …}`, the most frequent first. */
export async function countFacets(hits, names, publications) {
  const facets = {};
  const parts = byPart(hits);
  for (const name of names) {
    const counts = new Map();
    for (const [part, rows] of parts) {
      const column = await readColumn(part, name);
      const numbers = new Uint32Array(column.values.length);
      for (const row of rows) {
        const ids = column.rows[row];
        if (typeof ids === "number") numbers[ids] += 1;
        else for (const id of ids) numbers[id] += 1;
      }
      column.values.forEach((value, id) => {
        if (value && numbers[id]) counts.set(value, (counts.get(value) ?? 0) + numbers[id]);
      });
    }
    facets[name] = [...counts]
      .map(([value, count]) => ({ value, label: (name === "publication" && publications[value]) || value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return facets;
}

/** Count hits by month, or by year where they span more than two: `[{key, from, to, count}, …]`, oldest first. */
export function countByTime(hits) {
  if (!hits.length) return [];
  const months = new Map();
  for (const { date } of hits) {
    const month = date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const sorted = [...months.keys()].sort();
  const span = monthNumber(sorted.at(-1)) - monthNumber(sorted[0]) + 1;
  const bars = [];
  if (span <= LONGEST_BY_MONTH) {
    for (let n = monthNumber(sorted[0]); n <= monthNumber(sorted.at(-1)); n++) {
      const key = monthKey(n);
      const last = String(new Date(Date.UTC(Math.floor(n / 12), (n % 12) + 1, 0)).getUTCDate());
      bars.push({ key, from: `${key}-01`, to: `${key}-${last}`, count: months.get(key) ?? 0 });
    }
    return bars;
  }
  for (let year = Number(sorted[0].slice(0, 4)); year <= Number(sorted.at(-1).slice(0, 4)); year++) {
    const key = String(year).padStart(4, "0");
    const count = sorted.filter((m) => m.startsWith(`${key}-`)).reduce((sum, m) => sum + months.get(m), 0);
    bars.push({ key, from: `${key}-01-01`, to: `${key}-12-31`, count });
  }
  return bars;
}

async function readColumn(part, name) {
  return COLUMN_FACETS.includes(name) ? (await part.rows())[name] : part.terms(name);
}

function byPart(hits) {
  const rows = new Map();
  for (const { part, row } of hits) {
    if (!rows.has(part)) rows.set(part, []);
    rows.get(part).push(row);
  }
  return rows;
}

function monthNumber(key) {
  return Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1;
}

function monthKey(n) {
  return `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;
}
