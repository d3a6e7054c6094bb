// What is offered while a reader types: topics, names and headlines that begin so.
// generator/search/suggestions.py says how the files lie.

import { addressOf, BASE, loadFolding, loadManifest, loadPack } from "./search-files.js";

const KINDS = ["topic", "person", "organisation", "place", "article"];
const LIMIT = 8;
const MOST_TERMS = 5;
let opened;

/**
 * Suggest. Resolves to `[{kind, label, url, count, date}]`, the best first: `kind` is topic, person, organisation,
 * place or article; `url` is relative to the site's root; `count` is the number of articles that have a topic or
 * name, `date` the day of an article. A name is found from any of its words, a headline from its beginning or
 * from a topic or name in it. Nothing that counts typed, nothing suggested.
 *
 * `options`: `limit` (8 without it), `signal` (an AbortSignal).
 *
 * Rejects with the signal's reason, or where files of the index cannot be loaded.
 */
export async function suggest(text, { limit = LIMIT, signal } = {}) {
  signal?.throwIfAborted();
  let found;
  try {
    found = await look(String(text ?? ""));
  } catch (problem) {
    if (signal?.aborted) throw problem;
    // The site may have been replaced by a newer one, whose files are other files.
    opened = undefined;
    found = await look(String(text ?? ""));
  }
  signal?.throwIfAborted();
  return choose(found, limit);
}

async function look(text) {
  opened ??= open();
  opened.catch(() => (opened = undefined));
  const { folding, load, root } = await opened;
  const wanted = unitsOf(text, folding);
  if (!wanted.length) return [];
  let node = root;
  for (const char of wanted) {
    if (node.entries) break;
    const file = fileOf(node, char.codePointAt(0));
    if (!file) return [];
    node = await load(file);
  }
  const typed = wanted.join("");
  return (node.entries ?? node.best)
    .map(([kind, label, url, last]) => {
      const units = unitsOf(label, folding).join("");
      const about = KINDS[kind] === "article" ? { date: last, count: 0 } : { count: last };
      const address = addressOf(KINDS[kind], label, url);
      return { kind: KINDS[kind], label, url: address, ...about, at: units.indexOf(typed), whole: units === typed };
    })
    .filter(({ at }) => at >= 0);
}

// The file of the last range that begins at a code point or before it.
function fileOf({ from, files }, code) {
  let [low, high] = [0, from.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= code) low = middle;
    else high = middle;
  }
  return files[low];
}

async function open() {
  const manifest = await loadManifest();
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) {
      const loading = loadPack(`${BASE}suggest/${name}`);
      loaded.set(name, loading);
      loading.catch(() => loaded.delete(name));
    }
    return loaded.get(name);
  };
  const [folding, root] = await Promise.all([loadFolding(manifest), load(manifest.suggest)]);
  return { folding, load, root };
}

function unitsOf(text, folding) {
  const { chars, units } = folding.read(text);
  return units.map((place) => chars[place]);
}

// What was typed itself, then what begins so, then by number; a few terms leave room for headlines.
function choose(found, limit) {
  const better = (a, b) => b.whole - a.whole || (a.at > 0) - (b.at > 0) || b.count - a.count;
  const terms = found.filter(({ kind }) => kind !== "article").sort(better);
  const articles = found.filter(({ kind }) => kind === "article").sort(better);
  const room = Math.max(Math.min(MOST_TERMS, limit), limit - articles.length);
  return [...terms.slice(0, room), ...articles]
    .slice(0, limit)
    .map(({ at, whole, ...suggestion }) => suggestion);
}
