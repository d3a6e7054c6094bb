// Marks in an article what was searched for (?q=…), goes to the first place, and steps through them.

const query = new URLSearchParams(location.search).get("q");
const article = document.querySelector("article") ?? document.querySelector("main");
if (query && article) mark().catch((problem) => console.warn(problem));

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, dd, dt, td, th, blockquote, figcaption, div";
// What the search reads of an article (generator/search/document.py), and what stands among it and is the page's own.
const SEARCHED = ".kicker, h1, .subtitle, .text";
const NOT_SEARCHED = ".plain h1, .jump, nav, button, script, style, template";

async function mark() {
  const [{ loadFolding, loadManifest }, { parseQuery }, { findTerms }] = await Promise.all([
    import("./search-files.js"),
    import("./search-query.js"),
    import("./search-reading.js"),
  ]);
  const folding = await loadFolding(await loadManifest());
  const terms = parseQuery(query, folding).filter((term) => !term.excluded);
  const places = [];
  for (const nodes of textBlocks(article)) {
    const text = nodes.map((node) => node.data).join("");
    places.push(...findTerms(folding.read(text), terms).map(([start, end]) => wrap(nodes, start, end)));
  }
  if (places.length) showBar(places);
}

/** The text nodes of each block of text, in order: a term may run across an emphasis, not across blocks. */
function textBlocks(root) {
  const blocks = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent.closest(SEARCHED) || parent.closest(NOT_SEARCHED)) continue;
    const block = parent.closest(BLOCKS) ?? root;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(node);
  }
  return blocks.values();
}

/** Put <mark> around a range of the text that `nodes` hold together; keeps `nodes` right. Returns the marks. */
function wrap(nodes, start, end) {
  const marks = [];
  let at = 0;
  for (let i = 0; i < nodes.length && at < end; i++) {
    const length = nodes[i].data.length;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    at += length;
    if (from >= to) continue;
    let node = nodes[i];
    const pieces = [node];
    if (from > 0) pieces.push((node = node.splitText(from)));
    if (to - from < node.data.length) pieces.push(node.splitText(to - from));
    nodes.splice(i, 1, ...pieces);
    i += pieces.length - 1;
    const element = document.createElement("mark");
    element.className = "hit";
    node.replaceWith(element);
    element.append(node);
    marks.push(element);
  }
  return marks;
}

function showBar(places) {
  const words = JSON.parse(document.querySelector("[data-mark-words]")?.dataset.markWords ?? "{}");
  const bar = document.createElement("div");
  bar.className = "hit-bar";
  bar.setAttribute("role", "group");
  const position = document.createElement("span");
  position.setAttribute("role", "status");
  let current = 0;
  const go = (n) => {
    places[current].forEach((element) => element.classList.remove("current"));
    current = (n + places.length) % places.length;
    places[current].forEach((element) => element.classList.add("current"));
    const text = words.position ?? "{n} / {total}";
    position.textContent = text.replace("{n}", current + 1).replace("{total}", places.length);
    places[current][0].scrollIntoView({ block: "center" });
  };
  const button = (sign, label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = sign;
    if (label) made.title = made.ariaLabel = label;
    made.addEventListener("click", action);
    return made;
  };
  places.forEach((elements, i) => (elements[0].id = `hit-${i + 1}`));
  const close = () => {
    places.flat().forEach((element) => element.replaceWith(...element.childNodes));
    article.normalize();
    bar.remove();
  };
  bar.append(
    position,
    button("↑", words.previous, () => go(current - 1)),
    button("↓", words.next, () => go(current + 1)),
    button("×", words.close, close),
  );
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("search.css", import.meta.url).href;
  document.head.append(style);
  document.body.append(bar);
  go(0);
}
