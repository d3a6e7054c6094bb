// What the search page shows of a result: hits, what has been chosen, and what to ask instead.

/** The links of the list of hits, in order. */
export function focusable(list) {
  return [...list.querySelectorAll("a.title")];
}

/** Say in a sentence or two what a search has found, and how it was split if it was. */
export function describe({ total, hits, relaxed, parts }, query, { sort, ...filters }, word) {
  const within = Object.keys(filters).length ? word("within") : "";
  if (!total) return within + word("found_none", { query });
  const found = word("found", { total });
  if (!relaxed) return found;
  const all = hits.some(({ held }) => held.length === parts.length);
  const terms = parts.map(({ text, count }) => word("part", { text, count })).join(word("part_and"));
  return `${within}${word(all ? "relaxed" : "relaxed_some", { query, terms })} ${found}`;
}

/** Show hits, each with its excerpt; `asked` is what their links hand on to be marked. */
export async function showHits(list, hits, asked, word, stillWanted) {
  const loaded = await Promise.all(hits.map((hit) => hit.load()));
  if (!stillWanted()) return;
  list.replaceChildren(...loaded.map((hit) => makeHit(hit, asked, word)));
}

/** Show the filters that are on, each to be taken off. */
export function showChosen(list, options, word, change) {
  const { sort, ...filters } = options;
  list.replaceChildren(
    ...Object.entries(filters).flatMap(([name, values]) =>
      [values].flat().map((value) => {
        const label = `${word(name in { from: 0, to: 0 } ? name : `facet_${name}`)} ${valueLabel(name, value, word)}`;
        const button = make("button", { type: "button", ariaLabel: word("remove", { label }) }, [`${label} ×`]);
        button.addEventListener("click", () => change({ [name]: [values].flat().filter((each) => each !== value) }));
        return make("li", {}, [button]);
      }),
    ),
  );
}

function makeHit({ url, title, date, publication, section, kind, excerpt }, asked, word) {
  const link = make("a", { className: "title", href: `${url}?q=${encodeURIComponent(asked)}#hit-1` }, [
    title || word(`kind_${kind}`),
  ]);
  const kindName = kind === "article" ? "" : word(`kind_${kind}`);
  const about = [...new Set([publication, section, kindName])].filter(Boolean);
  const apart = about.flatMap((each) => [" ", make("span", {}, [each])]);
  const time = make("time", { dateTime: date }, [date]);
  const text = make("p", { className: "excerpt" });
  text.innerHTML = excerpt; // escaped by the module, but for its <mark>
  return make("li", {}, [make("h2", {}, [link]), make("p", { className: "about" }, [time, ...apart]), text]);
}

/** Offer other queries and near topics, where nothing was found as it stands; `ask` searches for a text. */
export function showInstead(place, { suggestions = [], nearest = [] }, word, ask) {
  const line = (label, items) => make("p", {}, [`${label} `, ...items.flatMap((item) => [item, " "])]);
  const lines = [];
  if (suggestions.length) {
    const items = suggestions.map(({ text, total }) => {
      const button = make("button", { type: "button" }, [text]);
      button.addEventListener("click", () => ask(text));
      return make("span", {}, [button, " ", make("span", { className: "count" }, [String(total)])]);
    });
    lines.push(line(word("did_you_mean"), items));
  }
  if (nearest.length) {
    lines.push(line(word("nearest"), nearest.map(({ label, url }) => make("a", { href: url }, [label]))));
  }
  place.hidden = !lines.length;
  place.replaceChildren(...lines);
}

/** What a value of a facet is called on the page. */
export function valueLabel(name, label, word) {
  return name === "kind" ? word(`kind_${label}`) : label;
}

/** Make an element. */
export function make(tag, properties = {}, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
