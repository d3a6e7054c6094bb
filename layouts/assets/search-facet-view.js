// The values of each facet, with counts, to narrow a search by.

import { make, valueLabel } from "./search-view.js";

const VALUES = 8;
const MORE_VALUES = 50;
const OPEN_AT_FIRST = 4;

/**
 * Show the facets of a `result`: those that were counted, and the others closed, to be counted when they are opened.
 * `change` narrows the search; `options` is what it is narrowed by now.
 */
export function showFacets(aside, { facets, total, count, countable = [] }, options, word, change) {
  const fold = aside.querySelector("details.narrow");
  const known = new Map([...fold.querySelectorAll("details")].map((group) => [group.dataset.facet, group.open]));
  // A value that every hit has narrows nothing.
  const narrows = (name) => !facets[name] || options[name] || facets[name].some((value) => value.count < total);
  const shown = countable.filter(narrows);
  const groups = shown.map((name, i) => {
    const group = make("details", {}, [make("summary", {}, [word(`facet_${name}`)])]);
    group.dataset.facet = name;
    const fill = (values) => {
      const list = makeValues(name, values, [options[name] ?? []].flat(), word, change);
      group.replaceChildren(group.firstChild, ...list);
    };
    if (facets[name]) {
      fill(facets[name]);
      group.open = known.get(name) ?? i < OPEN_AT_FIRST;
    } else {
      group.addEventListener("toggle", () => countWhenOpen(group, fill, () => count(name), word));
      group.open = known.get(name) ?? false;
    }
    return group;
  });
  aside.hidden = !total || !groups.length;
  fold.querySelector(".facet-groups").replaceChildren(...groups);
}

async function countWhenOpen(group, fill, count, word) {
  if (!group.open || group.dataset.counted) return;
  group.dataset.counted = "yes";
  group.append(make("p", { className: "note" }, [word("counting")]));
  try {
    fill(await count());
  } catch (problem) {
    console.warn(problem);
    delete group.dataset.counted;
    group.lastChild.textContent = word("failed");
  }
}

function makeValues(name, values, chosen, word, change) {
  if (!values.length) return [make("p", { className: "note" }, [word("no_values")])];
  const list = make("ul");
  const choose = ({ value, label, count }) => {
    const on = chosen.includes(value);
    const button = make("button", { type: "button", ariaPressed: String(on) }, [valueLabel(name, label, word)]);
    button.dataset.keep = `${name} ${value}`;
    button.addEventListener("click", () => {
      change({ [name]: on ? chosen.filter((each) => each !== value) : [...chosen, value] });
    });
    return make("li", {}, [button, " ", make("span", { className: "count" }, [String(count)])]);
  };
  let most = VALUES;
  let part = "";
  const more = make("button", { type: "button", className: "more" }, [word("more_values")]);
  const show = () => {
    const fitting = part ? values.filter(({ label }) => label.toLowerCase().includes(part)) : values;
    list.replaceChildren(...fitting.slice(0, most).map(choose));
    more.hidden = fitting.length <= most;
  };
  show();
  if (values.length <= VALUES) return [list];
  const label = word("find_value", { facet: word(`facet_${name}`) });
  const find = make("input", { type: "text", placeholder: label, ariaLabel: label, autocomplete: "off" });
  find.addEventListener("input", () => {
    part = find.value.trim().toLowerCase();
    show();
  });
  // A page of its own script has keys for hits; in this field they move the caret.
  find.addEventListener("keydown", (event) => event.stopPropagation());
  more.addEventListener("click", () => {
    const first = most;
    most += MORE_VALUES;
    show();
    list.children[first]?.querySelector("button").focus();
  });
  return [find, list, more];
}
