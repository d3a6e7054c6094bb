/* A line and its article find one another: by pointer, by click, and by the keys j and k. */
"use strict";

(() => {
  const sides = document.querySelector(".sides");
  if (!sides) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let held = "";

  function of(article) {
    return sides.querySelectorAll(`[data-article="${CSS.escape(article)}"]`);
  }

  function light(name, article) {
    for (const each of sides.querySelectorAll(`.${name}`)) each.classList.remove(name);
    if (article) for (const each of of(article)) each.classList.add(name);
  }

  function reveal(element) {
    element?.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  }

  /* Hold an article: its lines and its text stay lit, and the other side moves to it. */
  function hold(article, from) {
    held = article;
    light("held", article);
    if (!article) return;
    if (from !== "lines") reveal(sides.querySelector(`li[data-article="${CSS.escape(article)}"]`));
    if (from !== "card") {
      const card = document.getElementById(`a-${article}`);
      card?.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
    }
  }

  sides.addEventListener("pointerover", (event) => {
    light("over", event.target.closest("[data-article]")?.dataset.article);
  });
  sides.addEventListener("pointerleave", () => light("over", ""));

  sides.addEventListener("click", (event) => {
    const place = event.target.closest('a[href^="#l-"]:not(.tag)');
    if (place) {
      event.preventDefault();
      const line = document.getElementById(place.hash.slice(1));
      hold(line?.dataset.article ?? "", "lines");
      reveal(line);
      return;
    }
    const target = event.target.closest("[data-article]");
    if (!target || String(getSelection())) return;
    if (event.target.closest("a.tag")) event.preventDefault();
    else if (event.target.closest("a")) return;
    hold(target.dataset.article, target.matches("li") ? "lines" : "card");
  });

  function step(by) {
    const doubtful = [...sides.querySelectorAll(".card.doubtful")];
    if (!doubtful.length) return;
    const at = doubtful.findIndex((card) => card.dataset.article === held);
    const next = at < 0 ? (by > 0 ? 0 : doubtful.length - 1) : (at + by + doubtful.length) % doubtful.length;
    hold(doubtful[next].dataset.article, "keys");
    doubtful[next].focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") hold("", "keys");
  });
})();
