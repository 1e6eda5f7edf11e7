import type { CheckRecord } from '../../../verdict/check.js';
import { verdictRank } from '../../../verdict/verdict-order.js';
import type { Report, ReportRow } from '../gather/report.js';
import type { ShownScenario } from '../gather/shown-scenarios.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink, sourceLinks } from '../html/links.js';
import { categoryWords, markTags, outcomeBadge, verdictBadge } from '../words/outcome-words.js';
import { counted } from '../words/count-words.js';
import { triggerWords } from '../words/trigger-words.js';
import { checksTable } from './checks-table.js';
import { scenarioDetails } from './scenario-details.js';

/** A row of the matrix in full. `told` holds the scenarios shown so far: each is shown once, then only linked. */
export function rowArticle(row: ReportRow, report: Report, told: Set<string>): Html {
  const { asked, result, anchor } = row;
  const own = result.scenarios
    .flatMap(({ id }) => report.scenarios.get(id) ?? [])
    .sort((a, b) => verdictRank(a.result.verdict) - verdictRank(b.result.verdict));
  return markup`<article class="row" aria-labelledby="${anchor}" ${filterAttributes(row)}>
<h3 id="${anchor}">${asked.id} ${asked.title}</h3>
<p>${outcomeBadge(result.outcome)} ${asked.level}, ${originWords(asked.origin)}${markTags(result.marks)}</p>
${result.reason === undefined ? null : markup`<p>${sentence(result.reason)}</p>`}
<dl class="facts"><div><dt>Requirement</dt><dd>${sentence(asked.verify)}</dd></div>
<div><dt>Rule comes from</dt><dd>${sourceLinks(asked.sources)}</dd></div>
<div><dt>Brought about</dt><dd>${triggerWords[asked.trigger]}</dd></div>
<div><dt>Evidence for</dt><dd>${asked.categories.map((category) => categoryWords[category]).join(', ')}</dd></div>${asked.people === null ? null : markup`<div><dt>Task for people</dt><dd>${asked.people}</dd></div>`}</dl>
${proof(row, own, report)}${scenarioList(own, report, { told, proves: new Set(asked.proves) })}</article>
`;
}

/** What the filters look at. */
export function filterAttributes({ asked, result }: ReportRow): Html {
  return markup`data-outcome="${result.outcome}" data-categories="${asked.categories.join(' ')}"`;
}

/** Whose row it is. */
function originWords(origin: ReportRow['asked']['origin']): string {
  return origin === 'official' ? 'official row of the vendor’s matrix' : 'derived from the vendor’s other pages';
}

function proof({ asked }: ReportRow, own: readonly ShownScenario[], report: Report): Html | null {
  if (asked.proves.length === 0) return null;
  const proving = new Set(asked.proves);
  const checks: CheckRecord[] = own.flatMap(({ result }) => result.checks.filter(({ id }) => proving.has(id)));
  const ran = new Set(checks.map(({ id }) => id));
  const missing = asked.proves.filter((id) => !ran.has(id));
  const rest = missing.length === 0 ? null : markup`<p>Proving checks that did not run: ${missing.join(', ')}.</p>`;
  const shown = checks.length === 0 ? null : checksTable(`Checks that prove ${asked.id}`, checks, report);
  return markup`${shown}${rest}`;
}

function scenarioList(
  own: readonly ShownScenario[],
  report: Report,
  { told, proves }: { readonly told: Set<string>; readonly proves: ReadonlySet<string> },
): Html | null {
  if (own.length === 0) return null;
  const listed = own.slice(0, report.limits.scenariosOfRow);
  const rest = own.length - listed.length;
  const shown = listed.map((scenario) => {
    const { id, name, verdict } = scenario.result;
    const { anchor } = scenario;
    if (anchor === null) return markup`<p>${verdictBadge(verdict)} ${name} <code>${id}</code></p>`;
    if (told.has(id))
      return markup`<p>${verdictBadge(verdict)} ${anchorLink(anchor, name)} (shown under an earlier row)</p>`;
    told.add(id);
    return scenarioDetails(scenario, report, proves);
  });
  const more =
    rest > 0 ? markup`<p>${counted(rest, 'more scenario')} in ${fileLink('results/results.ndjson')}.</p>` : null;
  return markup`<div class="scenarios">${shown}${more}</div>`;
}

/** Our own reasons start small: as a sentence of its own one starts with a capital. */
function sentence(text: string): string {
  const end = /[.!?]$/.test(text) ? '' : '.';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}
