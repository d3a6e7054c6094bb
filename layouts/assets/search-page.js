// The search page: what is asked for stands in its address, so that it can be cited and gone back to.

import { showChart } from "./search-chart.js";
import { offerSuggestions } from "./search-combobox.js";
import { showFacets } from "./search-facet-view.js";
import { FACETS } from "./search-facets.js";
import { MissingError } from "./search-files.js";
import { isDay } from "./search-options.js";
import { suggest } from "./search-suggest.js";
import { describe, focusable, showChosen, showHits, showInstead } from "./search-view.js";
import { search } from "./search.js";

const PAGE = 10;
const TYPING_PAUSE = 250;
const WIDE = "(min-width: 52rem)";
const OPTIONS = ["from", "to", "sort", ...FACETS];

const element = (id) => document.getElementById(id);
const form = element("search-form");
const status = element("search-status");
const words = JSON.parse(element("search").dataset.words);
const closeSuggestions = offerSuggestions(form.elements.q, element("search-suggestions"), suggest, word);
let running = new AbortController();
let pause;
let shown = PAGE;
let result = null;

/** A word of the interface, with its fields filled in. */
function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// `wrong` are dates in the address that there are not, which the search is not narrowed by.
function readAddress() {
  const params = new URLSearchParams(location.search);
  const options = {};
  const wrong = [];
  for (const name of OPTIONS) {
    const given = params.getAll(name).filter(Boolean);
    const right = ["from", "to"].includes(name) ? isDay : () => true;
    const values = given.filter(right);
    wrong.push(...given.filter((value) => !right(value)));
    if (values.length) options[name] = FACETS.includes(name) ? values : values[0];
  }
  return { query: (params.get("q") ?? "").trim(), options, wrong };
}

function writeAddress(query, options, { replace = false } = {}) {
  const params = new URLSearchParams(query ? { q: query } : {});
  for (const name of OPTIONS) {
    for (const value of [options[name] ?? []].flat()) if (value) params.append(name, value);
  }
  const address = `${location.pathname}${params.size ? `?${params}` : ""}`;
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
}

function fillForm({ query, options }) {
  if (form.elements.q.value.trim() !== query) form.elements.q.value = query;
  for (const name of ["from", "to", "sort"]) form.elements[name].value = options[name] ?? "";
}

// A day as typed; a year or a month stands for its first day or, as the end of a range, for its last.
function wholeDate(typed, name) {
  const [, year, month, day] = /^(\d{4})(?:\D(\d\d?)(?:\D(\d\d?))?)?\D?$/.exec(typed.trim()) ?? [];
  if (!year) return "";
  const last = name === "to";
  const wholeMonth = month ?? (last ? 12 : 1);
  const lastDay = new Date(Date.UTC(Number(year), Number(wholeMonth), 0)).getUTCDate();
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(wholeMonth)}-${two(day ?? (last ? lastDay : 1))}`;
}

function readForm() {
  const { options } = readAddress();
  for (const name of ["from", "to"]) options[name] = wholeDate(form.elements[name].value, name);
  options.sort = form.elements.sort.value;
  return { query: form.elements.q.value.trim(), options };
}

async function run({ again = false } = {}) {
  running.abort();
  const { signal } = (running = new AbortController());
  const { query, options, wrong } = readAddress();
  const list = element("search-hits");
  const held = document.activeElement?.dataset.keep;
  shown = PAGE;
  result = null;
  list.ariaBusy = "true";
  showChosen(element("search-chosen"), options, word, change);
  try {
    if (query) {
      status.textContent = word("searching");
      const onUpdate = (partial) => !signal.aborted && !partial.complete && showPartial(partial).catch(console.warn);
      const found = await search(query, { ...options, signal, onUpdate });
      if (signal.aborted) return;
      result = found;
    }
    await show(query, options, wrong);
    if (held && document.activeElement === document.body) giveFocusBack(held);
  } catch (problem) {
    if (signal.aborted) return;
    // Texts of hits that are gone: the site was replaced by a newer one since they were found.
    if (result && !again) return run({ again: true });
    showFailure(problem);
  }
  if (!signal.aborted) list.ariaBusy = "false";
}

// While parts of the index are still searched: the first ten hits of the first of them, and how many there are.
async function showPartial(partial) {
  const first = !result;
  result = partial;
  status.textContent = word("found_so_far", { total: partial.total });
  showChart(element("search-chart"), partial.histogram, word, change);
  if (first) await showTop(partial.terms.join(" "));
}

async function show(query, options, wrong) {
  const { total = 0, facets = {}, histogram = [], relaxed, terms = [] } = result ?? {};
  showFacets(element("search-facets"), { ...result, facets, total }, options, word, change);
  showChart(element("search-chart"), histogram, word, change);
  showInstead(element("search-instead"), result ?? {}, word, ask);
  const said = result ? describe(result, query, options, word) : word("prompt");
  status.textContent = [...wrong.map((value) => word("wrong_date", { value })), said].join(" ");
  await showTop(relaxed ? terms.join(" ") : query);
}

// What had the focus was made anew, or is gone.
function giveFocusBack(held) {
  const same = document.querySelector(`[data-keep="${CSS.escape(held)}"]`);
  (same ?? document.querySelector("#search-chosen button") ?? form.elements.q).focus();
}

async function showTop(asked) {
  const current = result;
  await showHits(element("search-hits"), (result?.hits ?? []).slice(0, shown), asked, word, () => current === result);
  element("search-more").hidden = !(result?.total > shown);
}

function showFailure(problem) {
  console.warn(problem);
  if (problem instanceof MissingError) {
    status.textContent = word("no_index");
    return;
  }
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = word("reload");
  status.replaceChildren(`${word("failed")} `, again);
}

function ask(text) {
  const { options } = readAddress();
  writeAddress(text, options);
  fillForm(readAddress());
  run();
}

/** Change some options of the search: `{name: value or list}`. */
function change(changed) {
  const { query, options } = readAddress();
  writeAddress(query, { ...options, ...changed });
  fillForm(readAddress());
  run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  closeSuggestions();
  const { query, options } = readForm();
  writeAddress(query, options);
  run();
});
for (const name of ["from", "to"]) {
  form.elements[name].addEventListener("input", ({ target }) => {
    const wrong = target.value.trim() && !isDay(wholeDate(target.value, name));
    target.setCustomValidity(wrong ? word("date_form") : "");
  });
}
form.addEventListener("change", (event) => event.target.name !== "q" && form.requestSubmit());

form.elements.q.addEventListener("input", (event) => {
  clearTimeout(pause);
  if (event.isComposing) return;
  pause = setTimeout(() => {
    const { query, options } = readForm();
    if (query === readAddress().query) return;
    // One entry in the history for one search, however it was typed.
    writeAddress(query, options, { replace: true });
    run();
  }, TYPING_PAUSE);
});
form.elements.q.addEventListener("compositionend", (event) => event.target.dispatchEvent(new Event("input")));

element("search-more").addEventListener("click", async () => {
  const first = shown;
  shown += PAGE;
  await showTop(result.relaxed ? result.terms.join(" ") : readAddress().query).catch(showFailure);
  focusable(element("search-hits"))[first]?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [form.elements.q, ...focusable(element("search-hits"))];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

window.addEventListener("popstate", () => {
  fillForm(readAddress());
  run();
});

// On a narrow screen the hits come first, and what narrows them is unfolded when it is wanted.
element("search-facets").querySelector("details.narrow").open = matchMedia(WIDE).matches;
fillForm(readAddress());
run();
