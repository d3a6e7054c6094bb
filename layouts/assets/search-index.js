// Reads Pagefind's index files: which rows of a part have a word, and where.
//
// A file is CBOR (RFC 8949) after a signature: [[[word, [[row, [position, …], []], …], []], …]], its words in
// order, each row but the first as the distance from the one before, and each position likewise. The Python side holds
// this form to the version of Pagefind that is pinned (tests/search/test_chunks.py).

import { decompress, fetchFile } from "./search-files.js";

const SIGNATURE = new TextEncoder().encode("pagefind_dcd");
const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;
const NONE = new Map();

/** Load an index file. Rejects where it is not there, or damaged. */
export async function loadIndexFile(url) {
  const packed = new Uint8Array(await (await fetchFile(url)).arrayBuffer());
  const bytes = await decompress(packed).catch(() => new Uint8Array());
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) throw new Error(`A file of the search is damaged: ${url}`);
  return new IndexFile(bytes, url);
}

/** Which of the files that begin at `words`, in order, has `word`, if any has it. */
export function findFile(words, word) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

class IndexFile {
  constructor(bytes, url) {
    this.bytes = bytes;
    this.url = url;
  }

  /** The rows that have `word`, in order, each with its positions. */
  find(word) {
    const [rows] = this.rowsOf(word, (length, wanted) => length === wanted);
    return rows ?? NONE;
  }

  /** For each word that begins with `beginning` and ends with one of `ends`: the rows that have it, each with its positions. */
  findAll(beginning, ends) {
    const last = ends.map((end) => new TextEncoder().encode(end));
    const endsSo = (end) => last.some((bytes) => bytes.every((byte, i) => this.bytes[end - bytes.length + i] === byte));
    return [...this.rowsOf(beginning, (length) => endsSo(this.at + length))];
  }

  // The rows of each word that begins with `beginning`, and of which `isWanted` says so, by the lengths of both in bytes.
  *rowsOf(beginning, isWanted) {
    const wanted = new TextEncoder().encode(beginning);
    this.at = SIGNATURE.length;
    this.open(ARRAY, 1);
    for (let words = this.open(ARRAY); words > 0; words--) {
      this.open(ARRAY, 3);
      const length = this.open(TEXT);
      const begins = length >= wanted.length && wanted.every((byte, i) => this.bytes[this.at + i] === byte);
      const same = begins && isWanted(length, wanted.length);
      this.at += length;
      if (same) yield this.readRows();
      else this.skip(1);
      this.skip(1);
    }
    if (this.at !== this.bytes.length) this.fail();
  }

  readRows() {
    const found = new Map();
    let row = 0;
    for (let rows = this.open(ARRAY); rows > 0; rows--) {
      this.open(ARRAY, 3);
      row += this.open(UNSIGNED);
      const places = [];
      let place = 0;
      let numbers = this.open(ARRAY);
      for (; numbers > 0; numbers--) places.push((place += this.open(UNSIGNED)));
      this.open(ARRAY, 0);
      found.set(row, places);
    }
    return found;
  }

  // Read the head of an item of `kind`: its number, or the number of bytes or items that follow.
  open(kind, number) {
    const head = this.bytes[this.at++];
    let value = head & 31;
    if (value >= 24) {
      let width = 1 << (value - 24);
      if (width > 4) this.fail();
      for (value = 0; width > 0; width--) value = value * 256 + this.bytes[this.at++];
    }
    if (head >> 5 !== kind || !(number === undefined || number === value)) this.fail();
    return value;
  }

  skip(items) {
    for (let left = items; left > 0; left--) {
      const head = this.bytes[this.at];
      const kind = head >> 5;
      // Most numbers are of one byte or two.
      if (kind < 2 && (head & 31) < 25) this.at += (head & 31) < 24 ? 1 : 2;
      else if (kind === ARRAY) left += this.open(ARRAY);
      else if (kind < 2) this.open(kind);
      else this.at += this.open(TEXT);
    }
  }

  fail() {
    throw new Error(`A file of the search is damaged: ${this.url}`);
  }
}
