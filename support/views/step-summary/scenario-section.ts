import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../verdict/verdict.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { incidentsOf } from '../../evidence/causes.js';
import { harFileOf } from '../har/har-file.js';
import { replayLine } from '../../evidence/reproduce/replay-line.js';
import { shownName } from '../shown-name.js';
import { code, prose, table } from './markdown.js';

/** True for verdicts whose scenarios are shown with everything that stands against them. */
const shown: Readonly<Record<ScenarioVerdict, boolean>> = {
  fail: true,
  'harness-error': true,
  inconclusive: true,
  vacuous: true,
  'not-run': true,
  review: true,
  advisory: false,
  pass: false,
  'not-applicable': false,
};

/** Every scenario that did not pass: what was expected and received, where, and how to run it again. */
export function scenarioSection(results: readonly ScenarioResult[]): readonly string[] {
  const found = results.filter(({ verdict }) => shown[asVerdict(verdict)]);
  return found.length === 0 ? [] : [`### Scenarios to look at (${found.length})`, ...found.flatMap(linesOf)];
}

function linesOf(result: ScenarioResult): readonly string[] {
  const { id, feature, line, requirements, reason, checks, exchangeIds } = result;
  const unmet = checks.filter(({ outcome }) => outcome !== 'met');
  // Checks have columns of their own; the judge's findings say expected and received in one sentence.
  const findings = incidentsOf({ ...result, checks: [] });
  return [
    '',
    `**${asVerdict(result.verdict)}** ${[...requirements, shownName(result)].map(prose).join(' ')}: ${prose(reason)}`,
    '',
    ...table(
      ['Check', 'Expected', 'Received', 'Source'],
      unmet.map(({ title, expected, received, source }) => [
        prose(title),
        code(expected),
        code(received),
        prose(source),
      ]),
    ),
    ...(unmet.length > 0 && findings.length > 0 ? [''] : []),
    ...findings.map(({ level, id: cause, message }) => `- ${level} ${code(cause)}: ${prose(message)}`),
    ...(unmet.length + findings.length > 0 ? [''] : []),
    `Where: ${code(`features/${feature}:${line}`)}${exchangeIds.length === 0 ? '' : `, traffic ${code(harFileOf(id))}`}  `,
    `Again: ${code(replayLine(id))}`,
  ];
}
