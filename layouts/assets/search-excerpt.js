// The piece of an article around what was searched for, as HTML with <mark>.

import { findTerms } from "./search-reading.js";
import { segments } from "./search-part.js";

const BEFORE = 60;
const CLOSE_BEFORE = 30;
const LENGTH = 110;
const LONGEST = 150;
const SENTENCE_END = /[。！？；!?;]/;
const CLAUSE_END = /[，、：,:]/;
const CLOSING = /[”’」』）》】\])]/;

/** Make the excerpt of `text` (as Part.text gives it) for `terms`: the paragraph that holds most of them, no crosshead. */
export function makeExcerpt(text, terms, folding) {
  const [title, ...rest] = segments(text);
  const paragraphs = rest.filter(Boolean);
  let best = { count: 0, places: [], paragraph: paragraphs[0] ?? title, whole: false };
  for (const paragraph of paragraphs) {
    const reading = folding.read(paragraph);
    const count = terms.filter((term) => findTerms(reading, [term]).length).length;
    const whole = SENTENCE_END.test(paragraph);
    if (count > best.count || (count && count === best.count && whole && !best.whole)) {
      best = { count, places: findTerms(reading, terms), paragraph, whole };
    }
    if (count === terms.length && whole) break;
  }
  return markWindow(best.paragraph, best.places);
}

function markWindow(text, places) {
  const [from, to] = places[0] ?? [0, 0];
  const start = wholeCharacter(text, findStart(text, from));
  const end = wholeCharacter(text, findEnd(text, start, to));
  return (start ? "…" : "") + markUp(text, places, start, end) + (end < text.length ? "…" : "");
}

// Where the sentence begins that holds the first place, or else a clause near it.
function findStart(text, from) {
  const near = (most, mark) => {
    for (let i = from - 1; i >= Math.max(0, from - most); i--) {
      if (mark.test(text[i])) return i + 1;
    }
    return from <= most ? 0 : -1;
  };
  const clause = () => {
    for (let i = Math.max(0, from - CLOSE_BEFORE); i < from - 1; i++) if (CLAUSE_END.test(text[i])) return i + 1;
    return Math.max(0, from - CLOSE_BEFORE);
  };
  const sentence = near(BEFORE, SENTENCE_END);
  let start = sentence < 0 ? clause() : sentence;
  while (start < from && CLOSING.test(text[start])) start++;
  return start;
}

// Where the last sentence ends that has room, or else where there is no more room.
function findEnd(text, start, to) {
  const least = Math.max(to, start + LENGTH / 2);
  const most = Math.max(to, start + LONGEST);
  if (text.length <= most) return text.length;
  for (let i = most; i > least; i--) {
    if (!SENTENCE_END.test(text[i - 1])) continue;
    return CLOSING.test(text[i]) ? i + 1 : i;
  }
  return Math.max(to, start + LENGTH);
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
