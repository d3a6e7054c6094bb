// What a search may be told besides its query.

import { FACETS } from "./search-facets.js";

const SORTS = ["relevance", "newest", "oldest"];
const NAMES = ["from", "to", "sort", "facets", "signal", "onUpdate", ...FACETS];

/**
 * Check `options`. Throws TypeError for an unknown name or a value of the wrong type, RangeError for a date that
 * there is not, an order or a facet that is not known; the message names the option. An option that is undefined,
 * null or empty is as if it were not there.
 */
export function checkOptions(options) {
  for (const [name, value] of Object.entries(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`Unknown option "${name}": there are ${NAMES.join(", ")}.`);
    if (value === undefined || value === null || value === "") continue;
    if (name === "from" || name === "to") checkDate(name, value);
    else if (name === "sort") checkOneOf(name, value, SORTS);
    else if (name === "facets") checkFacets(value);
    else if (name === "onUpdate") check(typeof value === "function", name, "a function");
    else if (name === "signal") check(typeof value.aborted === "boolean", name, "an AbortSignal");
    else check([value].flat().every((each) => typeof each === "string"), name, "a string, or a list of strings");
  }
}

/** Tell whether `text` is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function checkDate(name, value) {
  check(typeof value === "string", name, "a date, as YYYY-MM-DD");
  if (!isDay(value)) throw new RangeError(`Option "${name}" is to be a date, as YYYY-MM-DD, and is "${value}".`);
}

function checkOneOf(name, value, known) {
  if (!known.includes(value)) throw new RangeError(`Option "${name}" is to be one of ${known.join(", ")}, and is "${value}".`);
}

function checkFacets(value) {
  check(Array.isArray(value), "facets", "a list of names");
  for (const each of value) checkOneOf("facets", each, FACETS);
}

function check(right, name, kind) {
  if (!right) throw new TypeError(`Option "${name}" is to be ${kind}.`);
}
