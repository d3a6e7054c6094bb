// What is offered under the search box while a reader types: a combobox with a list, as WAI-ARIA's practices have it.

import { make } from "./search-view.js";

/**
 * Make `box` offer, in `list`, what `suggest(text, {signal})` resolves to: `[{kind, label, url, count, date}]`. The arrows
 * go through the list, Enter opens what is chosen, Escape closes the list. Returns a function that closes it.
 */
export function offerSuggestions(box, list, suggest, word) {
  let asking = new AbortController();
  let chosen = -1;

  const close = () => {
    asking.abort();
    list.hidden = true;
    choose(-1);
    box.setAttribute("aria-expanded", "false");
  };

  function choose(at) {
    chosen = at;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = list.children[at];
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    asking.abort();
    const { signal } = (asking = new AbortController());
    const text = box.value.trim();
    if (!text) return close();
    // What cannot be suggested is no failure of the search.
    const found = await suggest(text, { signal }).catch(() => []);
    if (signal.aborted || document.activeElement !== box) return undefined;
    list.replaceChildren(...found.map((each, i) => makeOption(each, i, word)));
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    return choose(-1);
  }

  box.addEventListener("input", (event) => event.isComposing || ask());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && chosen < last) choose(chosen + 1);
    else if (event.key === "ArrowUp" && chosen >= 0) choose(chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else {
      // Past the last the arrow goes on to the hits; Enter searches for what was typed.
      if (event.key === "ArrowDown" || event.key === "Enter") close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  // Before the box loses the focus, and with it the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  return close;
}

function makeOption({ kind, label, url, count, date }, i, word) {
  const about = kind === "article" ? [word("kind_article"), date] : [word(`facet_${kind}`), count];
  const option = make("li", { id: `search-suggestion-${i}`, role: "option" }, [
    make("span", {}, [label]),
    make("small", {}, [about.join(" ")]),
  ]);
  option.dataset.url = url;
  return option;
}
