// Runs Pagefind, apart from the page, so that the page never waits for it.
//
// Takes {id, part, engine, tag, word, also}: the address of a part of the index and of Pagefind itself, and a word
// to look up in it (`also` is a word whose file is to be loaded as well). Answers {id, rows, positions}, or
// {id, problem}.
//
// Pagefind goes on when a file cannot be loaded or is damaged, as if nothing were in it. Here that is a failure: a
// search says that it could not look, rather than that there is nothing.

import { decompress, fetchFile } from "./search-files.js";

const LANGUAGE = "und";
const PACKED_FILE = /\.(pf_index|pf_meta|pagefind)$/;
const SIGNATURE = "pagefind_dcd";
const ENGINE_FILE = /\/engine-[^/]+\/[^/]+$/;
const instances = new Map();
const engineFiles = new Map();
let first;
let fail;
const failure = new Promise((_, reject) => (fail = reject));
failure.catch(() => {});

self.fetch = async (input) => {
  try {
    // Each instance asks for Pagefind's own files again.
    const url = String(input).split("?")[0];
    if (!ENGINE_FILE.test(url)) return await fetchWhole(url, input);
    if (!engineFiles.has(url)) engineFiles.set(url, fetchWhole(url, url));
    return (await engineFiles.get(url)).clone();
  } catch (problem) {
    fail(problem);
    throw problem;
  }
};

// A packed file is handed to Pagefind unpacked: it is whole if it could be, and begins as Pagefind's files do.
async function fetchWhole(url, input) {
  const response = await fetchFile(input);
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

async function lookUp({ part, engine, tag, word, also }) {
  if (!instances.has(part)) instances.set(part, start(part, engine, tag));
  const instance = await instances.get(part);
  if (also) await instance.preload(also, {});
  const { results } = await instance.search(word, { sort: { row: "desc" } });
  // Sorted by row, downwards, the score of a result is its row.
  return { rows: results.map(({ score }) => score), positions: results.map(({ words }) => words) };
}

// Two that start at once would both load Pagefind's WebAssembly, the second in the place of the first, whose memory
// would then be gone: the first part starts alone.
function start(part, engine, tag) {
  const started = first ? first.then(() => merge(part, engine, tag)) : merge(part, engine, tag);
  first ??= started;
  return started;
}

// The first index of an instance would take the language of the page, and Pagefind would then cut a Chinese query
// into words; a merged one can be told its own. So the first is an index of nothing.
async function merge(part, engine, tag) {
  const { createInstance } = await import(`${engine}pagefind.js`);
  const cache = { metaCacheTag: tag };
  const instance = createInstance({ basePath: engine, ...cache });
  await instance.init();
  await instance.mergeIndex(part, { language: LANGUAGE, ...cache });
  return instance;
}
