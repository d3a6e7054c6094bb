// Copies and saves citations, and opens the fold that a link leads into.

async function copy(button, element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
  } catch {
    // No clipboard without https: mark the text, and copy what is marked.
    getSelection().selectAllChildren(element);
    if (!document.execCommand("copy")) return; // it stays marked, for the reader's own keys
  }
  const word = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = word), 2000);
}

function save(element, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([element.textContent], { type }));
  link.download = element.dataset.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function makeButton(word, name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.setAttribute("aria-label", `${word} ${name}`);
  button.addEventListener("click", act);
  return button;
}

function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}

const citation = document.getElementById("citation");
citation?.parentElement.querySelector("button")?.addEventListener("click", (event) => copy(event.target, citation));

for (const fold of document.querySelectorAll("details.citations")) {
  for (const text of fold.querySelectorAll("pre")) {
    const name = text.previousElementSibling.textContent;
    const file = text.nextElementSibling.querySelector("a");
    const copying = makeButton(fold.dataset.copy, name, () => copy(copying, text));
    copying.dataset.copied = fold.dataset.copied;
    file.before(copying, " ", makeButton(fold.dataset.save, name, () => save(text, file.type)), " ");
  }
}

addEventListener("hashchange", unfold);
unfold();
