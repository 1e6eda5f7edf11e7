import { marks as allMarks, requirementOutcomes } from '../../../verdict/verdict.js';
import type { EvidenceCategory } from '../../../verdict/requirement.js';
import type { Report, ReportRow } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';
import { table } from '../html/table.js';
import { filterAttributes } from '../rows/row-article.js';
import { categoryWords, markTags, markWords, outcomeBadge } from '../words/outcome-words.js';
import { counted } from '../words/count-words.js';

/** What the marks mean, all rows with their outcome, and buttons that narrow them down. */
export function matrix({ rows }: Report): Html {
  const official = rows.filter(({ asked }) => asked.origin === 'official').length;
  return markup`<p>${counted(rows.length, 'row')}: ${official} official, as far as the vendor’s matrix is known; the others are derived from its other pages. A row is demonstrated when every check that proves it was met. Rules are cited by page: docs/<i>name</i> and reference/<i>name</i> are below https://docs.api.axyscards.com/.</p>
${legend(rows)}${filters(rows)}
${table({ caption: 'The test matrix with outcomes', look: 'fixed matrix', columns: ['Row', 'Outcome', 'Level', 'Origin', 'Evidence for', 'Marks', 'Scenarios'], rows: rows.map(matrixRow) })}`;
}

function matrixRow(row: ReportRow): { cells: Html[]; attributes: Html } {
  const { asked, result, anchor } = row;
  return {
    attributes: filterAttributes(row),
    cells: [
      anchorLink(anchor, `${asked.id} ${asked.title}`),
      outcomeBadge(result.outcome),
      markup`${asked.level}`,
      markup`<span class="${asked.origin}">${asked.origin}</span>`,
      markup`${asked.categories.map((category) => categoryWords[category]).join(', ')}`,
      result.marks.length === 0 ? markup`none` : markTags(result.marks),
      markup`${result.scenarios.length}`,
    ],
  };
}

/** Buttons appear only where a script can make them work. */
function filters(rows: readonly ReportRow[]): Html {
  const outcomes = requirementOutcomes.flatMap((word) => {
    const count = rows.filter(({ result }) => result.outcome === word).length;
    return count === 0 ? [] : [filterButton('outcome', word, word, count)];
  });
  const categories = (Object.keys(categoryWords) as EvidenceCategory[]).map((category) => {
    const count = rows.filter(({ asked }) => asked.categories.includes(category)).length;
    return filterButton('category', category, categoryWords[category], count);
  });
  return markup`<div class="filters" hidden>
<div role="group" aria-label="Show rows by outcome"><span class="part">Outcome</span> ${outcomes}</div>
<div role="group" aria-label="Show rows by evidence category"><span class="part">Evidence for</span> ${categories}</div>
<p><span role="status" id="filter-count">All ${rows.length} rows are shown.</span> <button type="button" id="filter-reset" hidden>Show all rows</button></p></div>`;
}

function filterButton(kind: 'outcome' | 'category', value: string, words: string, count: number): Html {
  return markup`<button type="button" aria-pressed="false" data-filter="${kind}" data-value="${value}">${words} <span class="when">${count}</span></button> `;
}

function legend(rows: readonly ReportRow[]): Html | null {
  const used = allMarks.filter((mark) => rows.some(({ result }) => result.marks.includes(mark)));
  if (used.length === 0) return null;
  return markup`<p class="part">What the marks mean</p><dl class="facts">${used.map((mark) => markup`<div><dt><span class="mark">${mark}</span></dt><dd>${markWords[mark]}</dd></div>`)}</dl>`;
}
