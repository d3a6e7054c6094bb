// Search of the archive, as a module for any page of the site or elsewhere:
//
//   import { search } from "./assets/search.js";
//   const { total, hits } = await search("东数西算工程", { from: "2022-01-01" });
//   const { url, title, date, publication, excerpt } = await hits[0].load();
//
// docs/search.md says how the index works, and what a query may hold.

import { FormatError, loadFolding, loadManifest } from "./search-files.js";
import { searchParts } from "./search-hits.js";
import { findNearest, findSuggestions } from "./search-instead.js";
import { checkOptions } from "./search-options.js";
import { Part } from "./search-part.js";
import { parseQuery } from "./search-query.js";
import { loadVocabulary } from "./search-vocabulary.js";

let opened;

/**
 * Search. Resolves to `{total, hits, facets, histogram, relaxed, terms, parts, suggestions, nearest, countable, count}`,
 * hits best first; `countable` names the facets that have values, and `count(name)` resolves to those of one, like one
 * of `facets`.
 *
 * Where nothing holds the query as it stands, `relaxed` is true if it could be split: `parts`, `[{text, count}]`, says
 * how, and how many articles hold each; hits hold all of them, or else the most. Then, too, `suggestions`,
 * `[{text, total}]`, are other queries, which do find something, for what may have been mistyped, and `nearest`,
 * `[{kind, label, url, count}]`, are the topics and names nearest to it.
 *
 * `options`: `from`, `to` (YYYY-MM-DD, both in); `publication`, `section`, `topic`, `person`, `organisation`,
 * `place`, `attribution`, `kind` (a value, or a list of which any); `sort` (`relevance`, `newest`, `oldest`);
 * `facets` (names of those to count; without it, all in a small archive, the light ones in a large one);
 * `signal` (an AbortSignal); `onUpdate`, called with the same as the result, as far as it is known and with
 * `complete: false`, when the first part of the index has given hits, and now and then; and at last with the result.
 *
 * Rejects with TypeError or RangeError, naming the option, where one is not known or its value cannot be; with the
 * signal's reason; or where files of the index cannot be loaded.
 */
export async function search(query, options = {}) {
  checkOptions(options);
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
    const counts = new Map();
    const parts = manifest.parts.map((entry) => new Part(entry, counts));
    return { manifest, folding, parts };
  })();
  opened.catch(() => (opened = undefined));
  return opened;
}

function closeIndex(index) {
  if (index.closed) return;
  index.closed = true;
  opened = undefined;
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
  const exact = await searchParts(index, terms, options, { relaxed: false });
  if (exact.total || !terms.length || terms.some((term) => term.indivisible)) return exact;
  index.vocabulary ??= await loadVocabulary(index.manifest, index.folding);
  const { vocabulary } = index;
  const several = terms.filter((term) => !term.excluded).length > 1;
  // What is of the archive's words already is not split any further, but not all of it need be held.
  const split = vocabulary.split(terms) ?? (several ? terms : null);
  const result = split ? await searchParts(index, split, options, { relaxed: true }) : exact;
  const count = async (other) => {
    const quiet = { ...options, onUpdate: undefined, facets: [] };
    return (await searchParts(index, parseQuery(other, index.folding), quiet, { relaxed: false })).total;
  };
  result.suggestions = await findSuggestions(terms, vocabulary, count);
  result.nearest = findNearest(terms, vocabulary);
  return result;
}
