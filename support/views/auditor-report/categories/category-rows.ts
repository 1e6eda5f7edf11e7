import type { EvidenceCategory } from '../../../verdict/requirement.js';
import { requirementOutcomes } from '../../../verdict/verdict.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';
import { outcomeBadge } from '../words/outcome-words.js';

/** The rows that are evidence for a category, by outcome. */
export function categoryRows(category: EvidenceCategory, { rows }: Report): Html {
  const own = rows.filter(({ asked }) => asked.categories.includes(category));
  const lines = requirementOutcomes.flatMap((outcome) => {
    const some = own.filter(({ result }) => result.outcome === outcome);
    if (some.length === 0) return [];
    const links = some.map(({ anchor }, index) => markup`${index === 0 ? '' : ', '}${anchorLink(anchor, anchor)}`);
    return [markup`<li>${outcomeBadge(outcome)} ${some.length}: ${links}</li>`];
  });
  return markup`<ul class="plain">${lines}</ul>`;
}
