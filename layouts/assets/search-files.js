// The files of the index, from wherever this module was loaded.

import { Folding } from "./search-reading.js";

/** Where the index lies. */
export const BASE = new URL("../pagefind/", import.meta.url).href;

// As generator/search/part.py says.
const FORMAT = 9;

/** The index is of another format than these modules read: they are from before the site was built anew. */
export class FormatError extends Error {}

/** There is no index: the site was built without a search. */
export class MissingError extends Error {}

/**
 * Load the list of all files of the index: the one file that keeps its name when the site is built anew. Rejects
 * with FormatError where the index is not of the format that these modules read, with MissingError where there is none.
 */
export async function loadManifest() {
  const manifest = await (await fetchFile(`${BASE}manifest.json`, { cache: "no-cache" }, MissingError)).json();
  if (manifest.format !== FORMAT) {
    throw new FormatError("The search of this site is newer or older than this page: load the page again.");
  }
  return manifest;
}

/** Load the folding table that `manifest` names. */
export async function loadFolding(manifest) {
  return new Folding(await loadPack(BASE + manifest.folding));
}

/** The address of a topic or name, from the site's root: of one that has no page, a search for what has it. */
export function addressOf(kind, label, path) {
  return path ? encodeURI(path) : `search.html?${new URLSearchParams({ q: label, [kind]: label })}`;
}

/** Load a `.pack` file: JSON, compressed; a server may have undone the compression already. */
export async function loadPack(url) {
  const bytes = await decompress(new Uint8Array(await (await fetchFile(url)).arrayBuffer()));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Undo the compression of `bytes`, where they are compressed. Rejects where they are damaged or cut short. */
export async function decompress(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // Not a Blob: making one asks another process of the browser, which takes longer than all else here.
  const plain = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/** Fetch a file; once more where the network fails. Rejects where the file is not there, with `Missing` if it never was. */
export async function fetchFile(url, options, Missing = Error) {
  const response = await fetch(url, options).catch(() => fetch(url, options));
  if (response.status === 404) {
    throw new Missing(`A file of the search is not there (404); where the site was built anew, search again: ${url}`);
  }
  if (!response.ok) throw new Error(`A file of the search is not there (${response.status}): ${url}`);
  return response;
}
