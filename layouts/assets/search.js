// Search of the archive, as a module for any page of the site or elsewhere:
//
//   import { search } from "./assets/search.js";
//   const { total, hits } = await search("东数西算工程", { from: "2022-01-01" });
//   const { url, title, date, publication, excerpt } = await hits[0].load();
//
// docs/search.md says how the index works, and what a query may hold.

import { Engine } from "./search-engine.js";
import { makeExcerpt } from "./search-excerpt.js";
import { chooseFacets, countByTime, countFacets, makeFilter, usedFacets } from "./search-facets.js";
import { BASE, FormatError, loadFolding, loadManifest } from "./search-files.js";
import { Part } from "./search-part.js";
import { parseQuery, splitTerms } from "./search-query.js";
import { compareHits, rankRow } from "./search-ranking.js";

const AT_ONCE = 4;
const UPDATE_PAUSE = 300;
let opened;

/**
 * Search. Resolves to `{total, hits, facets, histogram, relaxed, terms, countable, count}`, hits best first;
 * `countable` names the facets that have values, and `count(name)` resolves to those of one, like one of `facets`.
 *
 * `options`: `from`, `to` (YYYY-MM-DD, both in); `publication`, `section`, `topic`, `person`, `organisation`,
 * `place`, `attribution`, `kind` (a value, or a list of which any); `sort` (`relevance`, `newest`, `oldest`);
 * `facets` (names of those to count; without it, all in a small archive, the light ones in a large one);
 * `signal` (an AbortSignal); `onUpdate`, called with the same as the result, as far as it is known and with
 * `complete: false`, when the first part of the index has given hits, and now and then; and at last with the result.
 *
 * Rejects with the signal's reason, or where files of the index cannot be loaded.
 */
export async function search(query, options = {}) {
  options.signal?.throwIfAborted();
  const text = String(query ?? "");
  const index = await openIndex();
  try {
    const result = await searchIndex(index, text, options);
    if (await isCurrent(index)) return finish(result, options);
  } catch (problem) {
    if (options.signal?.aborted) throw problem;
    closeIndex(index);
    if (await isCurrent(index)) throw problem;
  }
  // The site was replaced by a newer one meanwhile: its files are other files, so search again, once.
  closeIndex(index);
  return finish(await searchIndex(await openIndex(), text, options), options);
}

function finish(result, { onUpdate }) {
  onUpdate?.(result);
  return result;
}

async function openIndex() {
  opened ??= (async () => {
    const manifest = await loadManifest();
    const folding = await loadFolding(manifest);
    const engine = new Engine(`${BASE}${manifest.engine}/`);
    const parts = manifest.parts.map((entry) => new Part(entry, engine));
    return { manifest, folding, engine, parts };
  })();
  opened.catch(() => (opened = undefined));
  return opened;
}

function closeIndex(index) {
  if (index.closed) return;
  index.closed = true;
  opened = undefined;
  index.engine.close();
}

// Where that cannot be found out, what is there is as good as can be had.
async function isCurrent({ manifest }) {
  try {
    return (await loadManifest()).build === manifest.build;
  } catch (problem) {
    if (problem instanceof FormatError) throw problem;
    return true;
  }
}

async function searchIndex(index, query, options) {
  const terms = parseQuery(query, index.folding);
  const exact = await searchTerms(index, terms, options, { relaxed: false });
  if (exact.total || !terms.length) return exact;
  const parts = splitTerms(terms, index.folding);
  if (!parts) return exact;
  const all = await searchTerms(index, parts, options, { relaxed: true });
  return all.total ? all : searchTerms(index, parts, options, { relaxed: true, any: true });
}

async function searchTerms(index, terms, options, { relaxed, any = false }) {
  const { manifest, folding } = index;
  const parts = index.parts
    .filter(({ entry }) => !(options.to < entry.from) && !(options.from > entry.to))
    .sort((a, b) => (a.entry.to < b.entry.to ? 1 : -1) * (options.sort === "oldest" ? -1 : 1));
  const facetNames = chooseFacets(options.facets, parts);
  const shown = terms.filter((term) => !term.excluded);
  const hits = [];
  const report = async (complete) => {
    hits.sort(compareHits(options.sort));
    const known = [...hits];
    const count = (names) => countFacets(known, names, manifest.publications);
    return {
      total: known.length,
      hits: known,
      facets: await count(facetNames),
      count: async (name) => (await count([name]))[name],
      countable: usedFacets(parts),
      histogram: countByTime(known),
      relaxed,
      terms: shown.map((term) => term.text),
      complete,
    };
  };
  const waiting = shown.length ? [...parts] : [];
  let unfinished = waiting.length;
  let reported = -Infinity;
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const found = await searchPart(part, terms, options, { folding, manifest, any });
      options.signal?.throwIfAborted();
      for (const hit of found) hits.push(Object.assign(hit, { load: () => loadHit(hit, shown, index) }));
      unfinished -= 1;
      // Sorting and counting what is known takes a while in a large archive, so not after every part.
      if (!options.onUpdate || !found.length || !unfinished || performance.now() - reported < UPDATE_PAUSE) continue;
      reported = performance.now();
      options.onUpdate(await report(false));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return report(true);
}

async function searchPart(part, terms, options, { folding, manifest, any }) {
  const required = terms.filter((term) => !term.excluded);
  const [rows, passes, found, excluded] = await Promise.all([
    part.rows(),
    makeFilter(part, options, manifest.publications),
    Promise.all(required.map((term) => part.find(term, folding))),
    Promise.all(terms.filter((term) => term.excluded).map((term) => part.find(term, folding))),
  ]);
  const candidates = any ? new Set(found.flatMap((list) => [...list.keys()])) : found[0].keys();
  const held = (row) => any || found.every((list) => list.has(row));
  const kept = [...candidates].filter((row) => held(row) && passes(row) && !excluded.some((list) => list.has(row)));
  if (!kept.length) return [];
  const words = await Promise.all(required.map((term) => part.findWord(term)));
  return kept.map((row) => ({ part, row, date: rows.dates[row], score: rankRow(row, rows.zones, found, words) }));
}

async function loadHit({ part, row, date }, terms, { folding, manifest }) {
  const [rows, text] = await Promise.all([part.rows(), part.text(row)]);
  const slug = rows.publication.values[rows.publication.rows[row]];
  return {
    url: text.url,
    title: text.title,
    date,
    publication: manifest.publications[slug] ?? slug,
    excerpt: makeExcerpt(text, terms, folding),
    kind: rows.kind.values[rows.kind.rows[row]],
    section: rows.section.values[rows.section.rows[row]],
  };
}
