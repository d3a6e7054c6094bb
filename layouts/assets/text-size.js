// The reader's text size: kept in the browser, and set before the page is drawn, so that nothing moves.
(() => {
  const key = "backfile-text-size";
  const root = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem(key) ?? "normal";
    } catch {
      return "normal"; // the browser keeps nothing for this page
    }
  }

  function show(size) {
    root.dataset.textSize = size;
    for (const button of document.querySelectorAll("[data-size]")) {
      button.setAttribute("aria-pressed", button.dataset.size === size);
    }
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", () => show(remembered()));
  document.addEventListener("click", (event) => {
    const size = event.target.closest("[data-size]")?.dataset.size;
    if (!size) return;
    show(size);
    try {
      localStorage.setItem(key, size);
    } catch {
      // it holds for this page alone
    }
  });
})();
