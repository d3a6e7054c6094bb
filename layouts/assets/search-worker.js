// Runs Pagefind, apart from the page, so that the page never waits for it.
//
// Takes {id, part, engine, tag, word, also}: the address of a part of the index and of Pagefind itself, and a word
// to look up in it (`also` is a word whose file is to be loaded as well). Answers {id, rows, positions}, or
// {id, problem}.
//
// Pagefind goes on when a file cannot be loaded, as if nothing were in it. Here that is a failure: a search says
// that it could not look, rather than that there is nothing.

import { fetchFile } from "./search-files.js";

const LANGUAGE = "und";
const instances = new Map();
let fail;
const failure = new Promise((_, reject) => (fail = reject));
failure.catch(() => {});

self.fetch = async (url) => {
  try {
    return await fetchFile(url);
  } catch (problem) {
    fail(problem);
    throw problem;
  }
};

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

// The first index would take the language of the page, and Pagefind would then cut a Chinese query into words; a
// merged one can be told its own. So the first is an index of nothing.
async function start(part, engine, tag) {
  const { createInstance } = await import(`${engine}pagefind.js`);
  const cache = { metaCacheTag: tag };
  const instance = createInstance({ basePath: engine, ...cache });
  await instance.init();
  await instance.mergeIndex(part, { language: LANGUAGE, ...cache });
  return instance;
}
