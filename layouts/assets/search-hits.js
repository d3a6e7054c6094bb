// One search through the parts of the index: hits as they come, counted and in order.

import { FEW, gradeRows, gradeText } from "./search-exactness.js";
import { makeExcerpt } from "./search-excerpt.js";
import { chooseFacets, countByTime, countFacets, makeFilter, usedFacets } from "./search-facets.js";
import { compareHits, countHeld, keepFullest, rankRow } from "./search-ranking.js";

const AT_ONCE = 4;
const UPDATE_PAUSE = 300;
// What is over sooner is shown once, and no texts are loaded for hits that others then come before.
const FIRST_UPDATE = 150;
const MANY = 1000;

/**
 * Search the parts of `index` for `terms`: all of them, or, with `relaxed`, the most of them. Resolves to what
 * `search` does, and calls `onUpdate` of `options` as that says.
 */
export async function searchParts(index, terms, options, { relaxed }) {
  const { manifest } = index;
  const parts = index.parts
    .filter(({ entry }) => !(options.to < entry.from) && !(options.from > entry.to))
    .sort((a, b) => (a.entry.to < b.entry.to ? 1 : -1) * (options.sort === "oldest" ? -1 : 1));
  const facetNames = chooseFacets(options.facets, parts);
  const required = terms.filter((term) => !term.excluded);
  const found = [];
  const report = async (complete) => {
    if (complete && found.length > 1) await Promise.all(found.map((hit) => hit.grade?.()));
    const hits = keepFullest(found, required.length);
    await breathe(hits);
    hits.sort(compareHits(options.sort));
    await breathe(hits);
    const numbers = countHeld(found, required.length);
    const count = (names) => countFacets(hits, names, manifest.publications);
    const facets = await count(facetNames);
    await breathe(hits);
    return {
      total: hits.length,
      hits,
      facets,
      count: async (name) => (await count([name]))[name],
      countable: usedFacets(parts),
      histogram: countByTime(hits),
      relaxed,
      terms: required.map((term) => term.text),
      parts: required.map((term, i) => ({ text: term.text, count: numbers[i] })),
      suggestions: [],
      nearest: [],
      complete,
    };
  };
  const waiting = required.length ? [...parts] : [];
  let unfinished = waiting.length;
  let reported = performance.now() + FIRST_UPDATE - UPDATE_PAUSE;
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const hits = await searchPart(part, terms, options, index, relaxed);
      options.signal?.throwIfAborted();
      // In order by parts: what is in such runs is put in order as a whole much sooner.
      hits.sort(compareHits(options.sort));
      for (const hit of hits) found.push(Object.assign(hit, { load: () => loadHit(hit, required, index) }));
      unfinished -= 1;
      // Sorting and counting what is known takes a while in a large archive, so not after every part.
      if (!options.onUpdate || !hits.length || !unfinished || performance.now() - reported < UPDATE_PAUSE) continue;
      reported = performance.now();
      options.onUpdate(await report(false));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return report(true);
}

// Between two pieces of work on all hits, of which there may be ten thousands, the page may answer its reader.
async function breathe(hits) {
  if (hits.length > MANY) await new Promise((resolve) => setTimeout(resolve));
}

async function searchPart(part, terms, options, { folding, manifest }, relaxed) {
  const required = terms.filter((term) => !term.excluded);
  const [rows, passes, found, excluded] = await Promise.all([
    part.rows(),
    makeFilter(part, options, manifest.publications),
    Promise.all(required.map((term) => part.find(term, folding))),
    Promise.all(terms.filter((term) => term.excluded).map((term) => part.find(term, folding))),
  ]);
  const candidates = relaxed ? new Set(found.flatMap((list) => [...list.keys()])) : found[0].keys();
  const held = (row) => relaxed || found.every((list) => list.has(row));
  const kept = [...candidates].filter((row) => held(row) && passes(row) && !excluded.some((list) => list.has(row)));
  if (!kept.length) return [];
  const words = await Promise.all(required.map((term) => part.findWord(term)));
  const few = kept.length <= FEW;
  const grades = await Promise.all(
    required.map((term, i) => (few ? new Map() : gradeRows(part, term, found[i], kept.filter((row) => found[i].has(row)), folding))),
  );
  return kept.map((row) => {
    const hit = { part, row, date: rows.dates[row], ...rankRow(row, rows.zones, found, words, grades) };
    if (few) hit.grade = () => gradeHit(hit, required, folding);
    return hit;
  });
}

// Where there is no other hit, there is no order, and no text to be loaded for it.
async function gradeHit(hit, terms, folding) {
  const text = await hit.part.text(hit.row);
  hit.inexact = hit.held.reduce((sum, i) => sum + gradeText(text, terms[i], folding), 0);
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
