import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { scenarioDetails } from './scenario-details.js';
import { callLine } from './call-line.js';

/** Scenarios that belong to no row, and calls that belong to no scenario. Null when there are none. */
export function otherScenarios(report: Report): Html | null {
  const inRows = new Set(report.rows.flatMap(({ result }) => result.scenarios.map(({ id }) => id)));
  const others = [...report.scenarios.values()].filter(
    ({ result, anchor }) => anchor !== null && !inRows.has(result.id),
  );
  const [first] = report.strays;
  if (others.length === 0 && first === undefined) return null;
  const since = Date.parse(first?.startedAt ?? '');
  const calls =
    first === undefined
      ? null
      : markup`<p>Calls the harness made outside every scenario, such as probes before the first one:</p><ol class="calls">${report.strays.map((exchange) => callLine(exchange, since, report))}</ol>`;
  return markup`<article class="row" aria-labelledby="other-scenarios"><h3 id="other-scenarios">Outside the matrix</h3>
<p>These count for no row.</p><div class="scenarios">${others.map((scenario) => scenarioDetails(scenario, report, new Set()))}</div>${calls}</article>
`;
}
