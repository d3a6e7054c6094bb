// The piece of an article around what was searched for, as HTML with <mark>.

import { findTerms } from "./search-reading.js";
import { segments } from "./search-part.js";

const BEFORE = 30;
const LENGTH = 110;
const SENTENCE_END = /[。！？；!?;]/;

/** Make the excerpt of `text` (as Part.text gives it) for `terms`: the paragraph that holds most of them. */
export function makeExcerpt(text, terms, folding) {
  const [title, ...rest] = segments(text);
  const paragraphs = rest.filter(Boolean);
  let best = { count: 0, places: [], paragraph: paragraphs[0] ?? title };
  for (const paragraph of paragraphs) {
    const reading = folding.read(paragraph);
    const count = terms.filter((term) => findTerms(reading, [term]).length).length;
    if (count > best.count) best = { count, places: findTerms(reading, terms), paragraph };
    if (count === terms.length) break;
  }
  return markWindow(best.paragraph, best.places);
}

function markWindow(text, places) {
  const first = places[0]?.[0] ?? 0;
  let start = Math.max(0, first - BEFORE);
  // From the start of the sentence, where it is near.
  for (let i = first - 1; i >= start; i--) {
    if (!SENTENCE_END.test(text[i])) continue;
    start = Math.min(first, i + 1);
    break;
  }
  if (start < BEFORE / 3) start = 0;
  start = wholeCharacter(text, start);
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + LENGTH, places[0]?.[1] ?? 0)));
  return (start ? "…" : "") + markUp(text, places, start, end) + (end < text.length ? "…" : "");
}

function markUp(text, places, start, end) {
  let html = "";
  let at = start;
  for (const [from, to] of places) {
    if (from < start || to > end) continue;
    html += `${escape(text.slice(at, from))}<mark>${escape(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escape(text.slice(at, end));
}

function wholeCharacter(text, at) {
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at;
}

function escape(text) {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
