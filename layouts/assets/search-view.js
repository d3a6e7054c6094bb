// What the search page shows of a result: hits, facets, chart, and what has been chosen.

const VALUES = 8;
const CHART_HEIGHT = 3;

/** The links of the list of hits, in order. */
export function focusable(list) {
  return [...list.querySelectorAll("a.title")];
}

/** Show hits, each with its excerpt; `asked` is what their links hand on to be marked. */
export async function showHits(list, hits, asked, word, stillWanted) {
  const loaded = await Promise.all(hits.map((hit) => hit.load()));
  if (!stillWanted()) return;
  list.replaceChildren(...loaded.map((hit) => makeHit(hit, asked, word)));
}

/** Show counts of each facet among `total` hits; choosing a value narrows the search. */
export function showFacets(aside, facets, total, options, word, change) {
  // A value that every hit has narrows nothing.
  const narrows = (values) => values.some(({ count }) => count < total);
  const groups = Object.entries(facets).filter(([name, values]) => narrows(values) || options[name]);
  aside.hidden = !groups.length;
  const open = new Map([...aside.querySelectorAll("details")].map((group) => [group.dataset.facet, group.open]));
  aside.replaceChildren(
    ...groups.map(([name, values], i) => {
      const list = make("ul");
      for (const { value, label, count } of values.slice(0, VALUES)) {
        const chosen = [options[name] ?? []].flat();
        const on = chosen.includes(value);
        const button = make("button", { type: "button", ariaPressed: String(on) }, [valueLabel(name, label, word)]);
        button.addEventListener("click", () => {
          change({ [name]: on ? chosen.filter((each) => each !== value) : [...chosen, value] });
        });
        list.append(make("li", {}, [button, " ", make("span", { className: "count" }, [String(count)])]));
      }
      const group = make("details", { open: open.get(name) ?? i < 4 }, [
        make("summary", {}, [word(`facet_${name}`)]),
        list,
      ]);
      group.dataset.facet = name;
      return group;
    }),
  );
}

/** Show hits by time; choosing a bar narrows the search to it. */
export function showChart(section, histogram, word, change) {
  section.hidden = histogram.length < 2;
  const most = Math.max(1, ...histogram.map((bar) => bar.count));
  section.replaceChildren(
    ...histogram.map(({ key, from, to, count }) => {
      const label = word("chart_bar", { key, count });
      const bar = make("button", { type: "button", title: label, ariaLabel: label, disabled: !count }, [
        make("span", { className: "bar" }),
        make("span", { className: "key" }, [key]),
      ]);
      bar.firstChild.style.blockSize = `${(CHART_HEIGHT * count) / most}em`;
      bar.addEventListener("click", () => change({ from, to }));
      return bar;
    }),
  );
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
  const time = make("time", { dateTime: date }, [date]);
  const text = make("p", { className: "excerpt" });
  text.innerHTML = excerpt; // escaped by the module, but for its <mark>
  return make("li", {}, [make("h2", {}, [link]), make("p", { className: "about" }, [time, ` ${about.join(" ")}`]), text]);
}

function valueLabel(name, label, word) {
  return name === "kind" ? word(`kind_${label}`) : label;
}

function make(tag, properties = {}, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
