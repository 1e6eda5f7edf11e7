import { countQuestions } from '../../questions/count-questions.js';
import { requirementOutcomes } from '../../verdict/verdict.js';
import { pauseWords } from '../pause-words.js';
import { leftoverLine } from '../../evidence/leftovers/leftover-line.js';
import { idsOf, rowsByCause, rowsNamed } from '../rows-by-cause.js';
import { scenarioTally, tally } from '../scenario-tally.js';
import { mergeNext } from '../../evidence/test-scripts/merge-next.js';
import { wayOnBy, type WayOn } from '../../evidence/test-scripts/way-on.js';
import type { DerivedRun } from '../derived-run.js';
import { comparisonSection } from './comparison-section.js';
import { code, prose, table } from './markdown.js';
import { scenarioSection } from './scenario-section.js';
import { withinBytes } from './within-bytes.js';

const ways: Readonly<Record<WayOn, string>> = {
  on: 'The run was stopped. This goes on with it',
  over: 'What software can run of it',
  anew: 'Everything is run again, once the contract is confirmed',
};

/** Path below a run's folder. */
export const stepSummaryFile = 'results/step-summary.md';

/**
 * Most bytes of a summary. GitHub shows nothing at all of a step that appends more than 1 MiB, and a step may append more than
 * ours: half of it is left to others.
 */
export const largestSummary = 512 * 1024;

/** Items of a gate step before the rest is only counted. */
const longestList = 8;

const outcomeWords = { passed: 'ok', failed: '**FAIL**', noted: 'note' } as const;

/**
 * The result of a run as Markdown for the page of a CI job: decision, counts, what stands against it, rows and scenarios to
 * look at with expected and received, where the evidence is. From recorded, masked data; a pure function of the pack.
 */
export function renderStepSummary(run: DerivedRun, limit: number = largestSummary): string {
  const sections = [
    heading(run),
    gateSection(run),
    comparisonSection(run.comparison?.dossier ?? null),
    rowSection(run),
    scenarioSection(run.results),
    nextSection(run),
  ];
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => [...section, '']);
  const note = (left: number) =>
    `\n_Cut here: ${left} more lines. Everything is in the pack, START-HERE.html first._\n`;
  const whole = withinBytes(lines, limit);
  if (whole.left === 0) return whole.text;
  const cut = withinBytes(lines, limit - Buffer.byteLength(note(lines.length)));
  return `${cut.text}${note(cut.left)}`;
}

function heading(run: DerivedRun): readonly string[] {
  const { facts, gate, requirements, pauses } = run;
  const outcomes = requirementOutcomes.map((word) => [word, requirements.filter(({ outcome }) => outcome === word).length] as const); // prettier-ignore
  return [
    `## axys-certify: ${gate.decision.toUpperCase()} (exit ${gate.exitCode})`,
    '',
    prose(gate.why),
    '',
    ...table(
      ['', ''],
      [
        ['Run', code(facts.runId)],
        ['Program', prose(facts.program)],
        ['Target', `${facts.target.environment} (${facts.target.class}) ${code(facts.target.baseUrl)}`],
        ['Contract', `${prose(facts.contract.version)} ${code(facts.contract.sha256.slice(0, 12))}`],
        ...pauses.map((pause) => ['In parts', prose(pauseWords(pause))] as const),
        ['Scenarios', scenarioTally(run)],
        ['Requirements', tally(String(requirements.length), outcomes)],
      ],
    ),
  ];
}

/** The steps that did not simply pass, failed ones first. */
function gateSection({ gate: { steps } }: DerivedRun): readonly string[] {
  const noteworthy = (['failed', 'noted'] as const).flatMap((word) => steps.filter(({ outcome }) => outcome === word));
  const passed = steps.length - noteworthy.length;
  return [
    `### Gate: ${passed} of ${steps.length} steps passed`,
    '',
    ...table(
      ['', 'Step', 'What'],
      noteworthy.map(({ outcome, title, items }) => [outcomeWords[outcome], prose(title), itemsOf(items)]),
    ),
  ];
}

function itemsOf(items: readonly string[]): string {
  const rest = items.length - longestList;
  const more = rest > 0 ? [`and ${rest} more (${code('results/gate.json')})`] : [];
  return [...items.slice(0, longestList).map(prose), ...more].join('<br>');
}

function rowSection({ requirements, results }: DerivedRun): readonly string[] {
  const found = rowsByCause(requirements, results);
  const count = found.reduce((sum, { rows }) => sum + rows.length, 0);
  return count === 0
    ? []
    : [
        `### Rows to look at (${count})`,
        '',
        ...table(
          ['Row', 'Level', 'Outcome', 'Why'],
          found.map((entry) => [
            prose(`${rowsNamed(entry)} ${idsOf(entry)}`.trim()),
            [...new Set(entry.rows.map(({ level }) => level))].join(' '),
            entry.outcome,
            prose(entry.reason ?? ''),
          ]),
        ),
      ];
}

function nextSection({ facts: { runId }, testScripts, questions, leftovers }: DerivedRun): readonly string[] {
  const { answered, open } = countQuestions(questions);
  const { shard, scripts, command } = testScripts;
  return [
    '### Evidence',
    '',
    ...(shard === undefined ? [] : [`- ${prose(mergeNext(shard))}`]),
    ...(scripts.length === 0 ? [] : [`- Still to run: ${scripts.length} (${code('results/test-scripts.txt')})`]),
    ...(command === null ? [] : [`- ${ways[wayOnBy(command)]}: ${code(command)}`]),
    `- Open questions: ${answered} answered, ${open} open (${code('questions.json')})`,
    `- ${prose(leftoverLine(leftovers))}`,
    `- Pack: ${code(`runs/${runId}.zip`)} of the job's reports; open ${code('START-HERE.html')} in it first`,
  ];
}
