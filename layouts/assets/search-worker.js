// Runs Pagefind, apart from the page, so that the page never waits for it.
//
// Takes {id, engine, part, open, word}: the addresses of Pagefind itself and of a part of the index, with what that
// part says of itself where it is asked for first ({url, folder, count, words}), and a word to look up in it. Answers
// {id, rows, positions}, or {id, problem}.
//
// Pagefind goes on when a file cannot be loaded or is damaged, as if nothing were in it. Here that is a failure: a
// search says that it could not look, rather than that there is nothing.

import { decompress, fetchFile } from "./search-files.js";
import { makeMeta, SIGNATURE } from "./search-meta.js";

const LANGUAGE = "und";
const PACKED_FILE = /\.(pf_index|pagefind)$/;
const ENTRY_FILE = "pagefind-entry.json";
const META_FILE = /[^/]+\.pf_meta$/;
const parts = new Map();
const instances = new Map();
const engineFiles = new Map();
let engine;
let first;
let fail;
const failure = new Promise((_, reject) => (fail = reject));
failure.catch(() => {});

self.fetch = async (input) => {
  try {
    const url = String(input).split("?")[0];
    if (META_FILE.test(url)) return new Response(metaOf(url.replace(META_FILE, "")));
    // All parts have the entry of the index of nothing. Each instance asks for Pagefind's own files again.
    const asked = url.endsWith(ENTRY_FILE) ? engine + ENTRY_FILE : url;
    if (!asked.startsWith(engine)) return await fetchWhole(asked);
    if (!engineFiles.has(asked)) engineFiles.set(asked, fetchWhole(asked));
    return (await engineFiles.get(asked)).clone();
  } catch (problem) {
    fail(problem);
    throw problem;
  }
};

function metaOf(folder) {
  const part = parts.get(folder);
  return part ? makeMeta(part.count, part.words) : makeMeta(0, []);
}

// A packed file is handed to Pagefind unpacked: it is whole if it could be, and begins as Pagefind's files do.
async function fetchWhole(url) {
  const response = await fetchFile(url);
  if (url.endsWith(".json")) await response.clone().json();
  if (!PACKED_FILE.test(url)) return response;
  const bytes = await decompress(new Uint8Array(await response.arrayBuffer())).catch(() => new Uint8Array());
  if (new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) {
    throw new Error(`A file of the search is damaged: ${url}`);
  }
  return new Response(bytes);
}

self.onmessage = async ({ data: { id, ...question } }) => {
  try {
    self.postMessage({ id, ...(await Promise.race([lookUp(question), failure])) });
  } catch (problem) {
    self.postMessage({ id, problem: String(problem) });
  }
};

async function lookUp({ engine: url, part, open, word }) {
  engine = url;
  if (open) parts.set(part, open);
  if (!instances.has(part)) instances.set(part, start(part));
  const { results } = await (await instances.get(part)).search(word);
  // makeMeta names each document by its row.
  return { rows: results.map(({ id }) => Number(id)), positions: results.map(({ words }) => words) };
}

// Two that start at once would both load Pagefind's WebAssembly, the second in the place of the first, whose memory
// would then be gone: the first part starts alone.
function start(part) {
  const started = first ? first.then(() => merge(part)) : merge(part);
  first ??= started;
  return started;
}

// The first index of an instance would take the language of the page, and Pagefind would then cut a Chinese query
// into words; a merged one can be told its own. So the first is an index of nothing.
async function merge(part) {
  const { createInstance } = await import(`${engine}pagefind.js`);
  const cache = { metaCacheTag: parts.get(part).folder };
  const instance = createInstance({ basePath: engine, ...cache });
  await instance.init();
  await instance.mergeIndex(part, { language: LANGUAGE, ...cache });
  return instance;
}
