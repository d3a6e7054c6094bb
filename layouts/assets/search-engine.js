// Asks the worker that runs Pagefind.

export class Engine {
  /** `url` is the address of the folder of Pagefind's own files. */
  constructor(url) {
    this.url = url;
    this.asked = new Map();
    this.opened = new Set();
    /** How many rows had a pair of characters, in the parts that were asked for it. */
    this.counts = new Map();
    this.worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => this.answer(data);
    this.worker.onerror = (event) => {
      for (const { reject } of this.asked.values()) reject(new Error(event.message || "The search did not start."));
      this.asked.clear();
    };
  }

  /**
   * Look up a word in a part: `{url, folder, count, words}`, with `words` those that its index files begin at.
   * Resolves to the rows that have it, with its positions in each.
   */
  lookUp(part, word) {
    return new Promise((resolve, reject) => {
      const id = (this.last = (this.last ?? 0) + 1);
      this.asked.set(id, { resolve, reject });
      const open = this.opened.has(part.url) ? undefined : part;
      this.opened.add(part.url);
      this.worker.postMessage({ id, engine: this.url, part: part.url, open, word });
    });
  }

  /** Stop: what has been asked is not answered any more. */
  close() {
    this.worker.terminate();
    for (const { reject } of this.asked.values()) reject(new Error("The search was stopped."));
    this.asked.clear();
  }

  answer({ id, problem, rows, positions }) {
    const { resolve, reject } = this.asked.get(id) ?? {};
    this.asked.delete(id);
    if (problem) reject?.(new Error(problem));
    else resolve?.(new Map(rows.map((row, i) => [row, positions[i]])));
  }
}
