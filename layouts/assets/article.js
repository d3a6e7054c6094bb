// The page of an article: the reader's text size, copies and files of citations, folds that a link leads into.
// Loaded in the head, so that the size is set before the page is drawn and nothing moves.
(() => {
  const key = "backfile-text-size";

  function remembered() {
    try {
      return localStorage.getItem(key) ?? "normal";
    } catch {
      return "normal"; // the browser keeps nothing for this page
    }
  }

  function setSize(size) {
    document.documentElement.dataset.textSize = size;
    for (const button of document.querySelectorAll("[data-size]")) {
      button.setAttribute("aria-pressed", button.dataset.size === size);
    }
  }

  function chooseSize(event) {
    const size = event.target.closest("[data-size]").dataset.size;
    setSize(size);
    try {
      localStorage.setItem(key, size);
    } catch {
      // it holds for this page alone
    }
  }

  async function copy(button, element) {
    try {
      await navigator.clipboard.writeText(element.textContent);
    } catch {
      // No clipboard without https: mark the text, and copy what is marked.
      getSelection().selectAllChildren(element);
      if (!document.execCommand("copy")) return; // it stays marked, for the reader's own keys
    }
    button.dataset.word ??= button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = button.dataset.word), 2000);
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

  function start() {
    setSize(remembered());
    for (const button of document.querySelectorAll("[data-size]")) button.addEventListener("click", chooseSize);
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
  }

  setSize(remembered());
  document.addEventListener("DOMContentLoaded", start);
})();
