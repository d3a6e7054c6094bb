// What Pagefind reads of a part before it searches it (its pf_meta, in CBOR), made from what the part says of itself:
// generator/search/chunks.py keeps no more of it than cannot be made anew.

export const SIGNATURE = "pagefind_dcd";

const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;
const LAST = "\u{10ffff}";

/**
 * Make the list of `count` documents and of the index files that begin at `words`, in order. Documents are named by
 * their rows, so that results are; the files by their numbers. Each file goes up to the word before the next begins:
 * any word is in one file, and no more than one is loaded for it.
 */
export function makeMeta(count, words) {
  const bytes = [...new TextEncoder().encode(SIGNATURE)];
  const text = (value) => {
    const encoded = new TextEncoder().encode(value);
    head(bytes, TEXT, encoded.length);
    bytes.push(...encoded);
  };
  head(bytes, ARRAY, 6);
  text("");
  head(bytes, ARRAY, count);
  for (let row = 0; row < count; row++) {
    head(bytes, ARRAY, 2);
    text(String(row));
    head(bytes, UNSIGNED, 1);
  }
  head(bytes, ARRAY, words.length);
  words.forEach((word, i) => {
    head(bytes, ARRAY, 3);
    text(word);
    text(i + 1 < words.length ? before(words[i + 1]) : LAST);
    text(String(i));
  });
  for (let empty = 0; empty < 3; empty++) head(bytes, ARRAY, 0); // filters, sorts, fields
  return new Uint8Array(bytes);
}

// The greatest text less than `word`, but for such as begin with it and go on beyond any letter.
function before(word) {
  const chars = [...word];
  return chars.slice(0, -1).join("") + String.fromCodePoint(chars.at(-1).codePointAt(0) - 1) + LAST;
}

function head(bytes, kind, length) {
  if (length < 24) bytes.push(kind * 32 + length);
  else bytes.push(kind * 32 + 25, length >> 8, length & 255);
}
