// Which of the rows that hold a term hold it just as it was typed: in the same case, width and form of characters,
// and with nothing passed over inside it that was not typed. Those come first.

import { segments } from "./search-part.js";
import { makeTerm } from "./search-query.js";
import { findTerm } from "./search-reading.js";

const GAPPED = 1;
const OTHER_FORM = 10;
const WORST = GAPPED + OTHER_FORM;
/** Of so few rows the texts are compared: fewer bytes than looking up the rest of the pairs. */
export const FEW = 2;

/**
 * Grade `rows` of a part by the best place of `term` in each: a map of rows to 0 (as typed), 1 (but for marks passed
 * over), 10 (in another form) or 11 (both). `found` has the positions of the term by row.
 */
export async function gradeRows(part, term, found, rows, folding) {
  // A mark at the edge stands as it was typed wherever it is found.
  if (isLoose(term)) return new Map(rows.map((row) => [row, 0]));
  const [forms, gaps] = await Promise.all([readForms(part, term, folding), readGaps(part, term)]);
  return new Map(rows.map((row) => [row, gradePlaces(found.get(row), row, term, forms, gaps)]));
}

/** Grade `term` in a text, as gradeRows does. */
export function gradeText(text, term, folding) {
  if (isLoose(term)) return 0;
  let best = WORST;
  for (const segment of segments(text)) {
    for (const [start, end] of findTerm(folding.read(segment), term)) {
      const place = makeTerm({ text: segment.slice(start, end), literal: true }, folding);
      const formed = term.typed.every((char, i) => place.typed[i] === char || term.units[i] === " ");
      const gapped = term.gaps.every((gap, i) => place.gaps[i] === gap);
      best = Math.min(best, (formed ? 0 : OTHER_FORM) + (gapped ? 0 : GAPPED));
    }
  }
  return best;
}

function isLoose(term) {
  return term.before || term.after || !term.units.length;
}

// For each unit: where it must be in a form of its own, and where it must not be.
async function readForms(part, { units, typed }, folding) {
  return Promise.all(
    units.map(async (unit, i) => {
      if (unit === " ") return { wanted: null, others: [] };
      const [wanted, ...others] = await Promise.all([
        typed[i] === unit ? null : part.form(typed[i]),
        ...(typed[i] === unit ? (await part.formsOf(unit, folding)).map((char) => part.form(char)) : []),
      ]);
      return { wanted, others };
    }),
  );
}

async function readGaps(part, { literal, units }) {
  if (literal) return [];
  return Promise.all(units.slice(1).map((unit, i) => part.findGaps(units[i], unit)));
}

function gradePlaces(positions, row, { gaps: typedGaps }, forms, gaps) {
  let best = WORST;
  const has = (places, position) => places.has(row) && places.get(row).includes(position);
  for (const start of positions) {
    const formed = forms.every(({ wanted, others }, i) =>
      wanted ? has(wanted, start + i) : !others.some((places) => has(places, start + i)),
    );
    const gapped = gaps.every((places, i) => has(places, start + i) === typedGaps[i + 1]);
    best = Math.min(best, (formed ? 0 : OTHER_FORM) + (gapped ? 0 : GAPPED));
    if (!best) break;
  }
  return best;
}
