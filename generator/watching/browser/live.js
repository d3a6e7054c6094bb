// Sent by `backfile serve --watch` with each page; no page of a site has it.
// The page is loaded again when its own file has changed; what went wrong in a build is shown over it.

const { seen } = document.currentScript.dataset;
const events = "/.backfile/events?" + new URLSearchParams({ page: location.pathname, seen });
let source = null;

function listen() {
  // A browser has few connections to one server: a page that nobody looks at gives its own back.
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (!source) {
    source = new EventSource(events);
    source.onmessage = (message) => hear(JSON.parse(message.data));
  }
}

function hear({ changed, problems }) {
  if (changed) location.reload(); // the browser keeps the place on the page
  else show(problems);
}

function show(problems) {
  document.getElementById("backfile-problems")?.remove();
  if (!problems.length) return;
  const box = document.createElement("section");
  box.id = "backfile-problems";
  box.lang = "en";
  box.setAttribute("role", "alert");
  const heading = document.createElement("p");
  heading.textContent = "The site could not be built; this page is as it was before.";
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.textContent = problem;
    list.append(item);
  }
  box.append(heading, list);
  document.body.append(box);
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) source = null;
  listen();
});
listen();
