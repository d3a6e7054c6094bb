// Hits by time, as bars: a range of them can be chosen with the mouse, a finger, or the keyboard.

import { make } from "./search-view.js";

const LABELS = 6;
const WIDEST_BAR = 4; // rem

/**
 * Show how many hits each month or year has; choosing a bar, or a range of bars, narrows the search to it. With the
 * keyboard the arrows go from bar to bar, with Shift they stretch the range, and Enter chooses it.
 */
export function showChart(section, histogram, word, change) {
  section.hidden = histogram.length < 2;
  if (section.hidden) {
    section.replaceChildren();
    return;
  }
  const bars = makeBars(histogram, word);
  const group = make("div", { className: "bars", role: "group", ariaLabel: word("chart_help") }, bars);
  const axis = makeAxis(histogram);
  for (const row of [group, axis]) row.style.maxInlineSize = `${WIDEST_BAR * histogram.length}rem`;
  section.replaceChildren(group, axis, makeTable(histogram, word));
  makeChoosable(group, bars, (first, last) => change({ from: histogram[first].from, to: histogram[last].to }));
}

function makeBars(histogram, word) {
  const most = Math.max(1, ...histogram.map((bar) => bar.count));
  return histogram.map(({ key, count }, i) => {
    const label = word("chart_bar", { key, count });
    const fill = make("span", { className: "fill" });
    fill.style.blockSize = `${(100 * count) / most}%`;
    const bar = make("button", { type: "button", title: label, ariaLabel: label, tabIndex: i ? -1 : 0 }, [fill]);
    bar.dataset.keep = `chart ${key}`;
    bar.classList.toggle("empty", !count);
    return bar;
  });
}

function makeAxis(histogram) {
  const every = Math.ceil(histogram.length / LABELS);
  const marks = histogram.map(({ key }, i) => make("span", {}, i % every ? [] : [make("span", {}, [key])]));
  const axis = make("div", { className: "axis" }, marks);
  axis.setAttribute("aria-hidden", "true");
  return axis;
}

function makeTable(histogram, word) {
  const cell = (tag, text) => make(tag, tag === "th" ? { scope: "row" } : {}, [String(text)]);
  const rows = histogram.filter(({ count }) => count).map(({ key, count }) => make("tr", {}, [cell("th", key), cell("td", count)]));
  const head = make("tr", {}, ["chart_period", "chart_count"].map((key) => make("th", { scope: "col" }, [word(key)])));
  const table = make("table", {}, [make("thead", {}, [head]), make("tbody", {}, rows)]);
  return make("details", { className: "figures" }, [make("summary", {}, [word("chart_figures")]), table]);
}

function makeChoosable(group, bars, choose) {
  let anchor = null;
  let end = null;
  const mark = () => {
    const [first, last] = anchor === null ? [1, 0] : [Math.min(anchor, end), Math.max(anchor, end)];
    bars.forEach((bar, i) => (bar.ariaPressed = String(i >= first && i <= last)));
  };
  const finish = () => {
    const [first, last] = [Math.min(anchor, end), Math.max(anchor, end)];
    anchor = end = null;
    choose(first, last);
  };
  const barAt = ({ clientX }) => {
    const { left, width } = group.getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * bars.length)));
  };
  group.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    anchor = end = barAt(event);
    group.setPointerCapture(event.pointerId);
    mark();
  });
  group.addEventListener("pointermove", (event) => {
    if (anchor === null || !group.hasPointerCapture(event.pointerId)) return;
    end = barAt(event);
    mark();
  });
  group.addEventListener("pointerup", () => anchor !== null && finish());
  group.addEventListener("pointercancel", () => {
    anchor = end = null;
    mark();
  });
  // Enter and the space bar; the mouse and fingers have chosen when they let go.
  group.addEventListener("click", (event) => {
    if (event.detail) return;
    const at = bars.indexOf(event.target.closest("button"));
    if (anchor === null) anchor = at;
    end = at;
    finish();
  });
  group.addEventListener("keydown", (event) => {
    const at = bars.indexOf(document.activeElement);
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -at, End: bars.length - 1 - at };
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const next = Math.min(bars.length - 1, Math.max(0, at + steps[event.key]));
    if (event.shiftKey) anchor ??= at;
    else anchor = null;
    end = next;
    bars.forEach((bar, i) => (bar.tabIndex = i === next ? 0 : -1));
    bars[next].focus();
    mark();
  });
  mark();
}
