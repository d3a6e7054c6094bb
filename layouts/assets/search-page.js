// The search page: what is asked for stands in its address, so that it can be cited and gone back to.

import { FACETS } from "./search-facets.js";
import { focusable, showChart, showChosen, showFacets, showHits } from "./search-view.js";
import { search } from "./search.js";

const PAGE = 10;
const TYPING_PAUSE = 250;
const OPTIONS = ["from", "to", "sort", ...FACETS];

const element = (id) => document.getElementById(id);
const form = element("search-form");
const status = element("search-status");
const words = JSON.parse(element("search").dataset.words);
let running = new AbortController();
let shown = PAGE;
let result = null;

/** A word of the interface, with its fields filled in. */
function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function readAddress() {
  const params = new URLSearchParams(location.search);
  const options = {};
  for (const name of OPTIONS) {
    const values = params.getAll(name).filter(Boolean);
    if (values.length) options[name] = FACETS.includes(name) ? values : values[0];
  }
  return { query: params.get("q") ?? "", options };
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

function readForm() {
  const { options } = readAddress();
  for (const name of ["from", "to", "sort"]) options[name] = form.elements[name].value;
  return { query: form.elements.q.value.trim(), options };
}

async function run() {
  running.abort();
  const { signal } = (running = new AbortController());
  const { query, options } = readAddress();
  const list = element("search-hits");
  shown = PAGE;
  list.ariaBusy = "true";
  showChosen(element("search-chosen"), options, word, change);
  if (!query) {
    result = null;
    status.textContent = word("prompt");
    await show(query, options);
    list.ariaBusy = "false";
    return;
  }
  status.textContent = word("searching");
  try {
    const onUpdate = (partial) => {
      if (signal.aborted || partial.complete) return;
      result = partial;
      show(query, options).catch(showFailure);
    };
    result = await search(query, { ...options, signal, onUpdate });
    if (!signal.aborted) await show(query, options);
  } catch (problem) {
    if (!signal.aborted) showFailure(problem);
  }
  if (!signal.aborted) list.ariaBusy = "false";
}

async function show(query, options) {
  const { total = 0, hits = [], facets = {}, histogram = [], relaxed, terms = [], complete } = result ?? {};
  if (result) status.textContent = describe();
  showFacets(element("search-facets"), facets, total, options, word, change);
  showChart(element("search-chart"), histogram, word, change);
  const asked = relaxed ? terms.join(" ") : query;
  const current = result;
  await showHits(element("search-hits"), hits.slice(0, shown), asked, word, () => current === result);
  element("search-more").hidden = total <= shown;

  function describe() {
    if (!complete) return word("found_so_far", { total });
    if (!total) return word("found_none", { query });
    const found = word("found", { total });
    return relaxed ? `${word("relaxed", { query, terms: terms.join(" ") })} ${found}` : found;
  }
}

function showFailure(problem) {
  console.warn(problem);
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = word("reload");
  status.replaceChildren(`${word("failed")} `, again);
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
  const { query, options } = readForm();
  writeAddress(query, options);
  run();
});
form.addEventListener("change", (event) => event.target.name !== "q" && form.requestSubmit());

let pause;
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
  const { query, options } = readAddress();
  await show(query, options).catch(showFailure);
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

fillForm(readAddress());
run();
