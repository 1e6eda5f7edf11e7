import { comparisonLines } from '../../diff/dossier/comparison-lines.js';
import { requirementOutcomes } from '../../verdict/verdict.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import type { GateStep } from '../../verdict/gate-step.js';
import { ruleBriefly, weakerRules } from '../../verdict/softened/weaker-rules.js';
import { briefly, waiversInUse } from '../../verdict/waivers/waivers-in-use.js';
import type { DecidedRun } from '../../evidence/decided-run.js';
import type { DerivedRun } from '../derived-run.js';
import { countQuestions } from '../../questions/count-questions.js';
import { buildScoreLine } from '../../mutation/score/build-score.js';
import { leftoverLine } from '../../evidence/leftovers/leftover-line.js';
import { mergeNext } from '../../evidence/test-scripts/merge-next.js';
import { planFiles } from '../../evidence/plan-files.js';
import { painter, type Tone } from '../../evidence/paint.js';
import { idsOf, rowsByCause, rowsNamed } from '../rows-by-cause.js';
import { scenarioTally, tally } from '../scenario-tally.js';
import { findingBlock, type Whole } from './finding-block.js';
import { cut, reason, reasonRows, screenBlock, type Line, type Screen } from './screen-block.js';

/** How the screen is drawn. */
export interface ScreenOptions {
  /** Where the pack is, as the reader should type it. */
  readonly pack: string;
  /** What a command has to be given so that it finds the run and its target again, such as `--env-file e.env`; or nothing. */
  readonly again?: string;
  /** The variables that the run had from its process and that are no secrets, such as `AXYS_ENV=staging`; or nothing. */
  readonly variables?: string;
  readonly colour: boolean;
  /** Characters of a line: reasons go on below, other lines are cut, commands are left whole. */
  readonly width: number;
}

/** The row that the connection works end to end. */
const connectivityRow = 'TM-10';

const outcomeWord: Readonly<Record<GateStep['outcome'], string>> = { passed: 'ok  ', failed: 'FAIL', noted: 'note' };
const outcomeTone: Readonly<Record<GateStep['outcome'], Tone>> = { passed: 'good', failed: 'bad', noted: 'warn' };

/**
 * The result of a run on one screen: decision and why, rows by outcome, the gate, findings by cause, rows that are not
 * demonstrated, where the pack is. Ends with a line break.
 */
export function renderResultScreen(
  run: DerivedRun,
  { pack, again = '', variables = '', colour, width }: ScreenOptions,
): string {
  const screen: Screen = { paint: painter(colour), width };
  const whole = (command: string) => [variables, command, again].filter((part) => part !== '').join(' ');
  const blocks = [
    heading(run, screen),
    gateBlock(run.gate.steps, screen),
    screenBlock('Waived: what does not hold, by whom, until when', waiverLines(run), screen, 'waivers.json'),
    screenBlock('Weaker than the published contract', softenedLines(run), screen, planFiles.contractChanges),
    findingBlock(run, whole, screen),
    comparisonBlock(run, screen),
    screenBlock('Rows to look at', rowLines(run), screen, 'summary.json'),
    [
      ...connectionLines(run, width),
      ...scriptLines(run, whole, width),
      questionLine(run),
      ...reason(scoreLine(run), width),
      ...reason(leftoverLine(run.leftovers), width),
      `Pack: ${pack}`,
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Without a connection everything else is only a consequence: who can explain it. A run that never tried the row knows nothing. */
function connectionLines({ requirements }: DerivedRun, width: number): readonly string[] {
  const row = requirements.find(({ id }) => id === connectivityRow);
  if (row === undefined || row.scenarios.every(({ verdict }) => verdict === 'not-run')) return [];
  if (row.outcome !== 'contradicted' && row.outcome !== 'not-demonstrated') return [];
  return reason(
    `No call came through as it should (${connectivityRow}): axys-certify doctor, with the same --env-file, explains the first layer that refuses and says whose turn it is`,
    width,
  );
}

/** What to type next when something is missing. Commands are never cut. */
function scriptLines({ testScripts: { shard, command, scripts } }: DerivedRun, whole: Whole, width: number): string[] {
  if (shard !== undefined) return [mergeNext(shard)];
  if (scripts.length === 0) return [];
  const count = `Still to run: ${scripts.length} test script${scripts.length === 1 ? '' : 's'} (results/test-scripts.txt)`;
  return [cut(count, width), ...(command === null ? [] : [`  ${whole(command)}`])];
}

function questionLine({ questions }: DerivedRun): string {
  const { answered, open } = countQuestions(questions);
  return `Open questions: ${answered} answered, ${open} open (questions.json)`;
}

function scoreLine({ buildScore }: DerivedRun): string {
  return `Finds: ${buildScoreLine(buildScore)}`;
}

function heading(run: DerivedRun, { paint, width }: Screen): string[] {
  const { facts, gate, requirements } = run;
  const { environment, class: kind, baseUrl } = facts.target;
  const rows = [
    `Target: ${environment} (${kind}) ${baseUrl}, run ${facts.runId}`,
    `Scenarios: ${scenarioTally(run)}`,
    `Requirements: ${tally(String(requirements.length), outcomeCounts(requirements))}`,
  ];
  return [
    paint(gate.exitCode === 0 ? 'good' : 'bad', `${gate.decision.toUpperCase()} (exit ${gate.exitCode})`),
    // One line, which the terminal breaks, so that people and scripts find its words whole.
    cut(`Why: ${gate.why}`, reasonRows * width),
    ...rows.flatMap((row) => reason(row, width)),
  ];
}

function outcomeCounts(rows: readonly RequirementResult[]): [string, number][] {
  return requirementOutcomes.map((word) => [word, rows.filter(({ outcome }) => outcome === word).length]);
}

function gateBlock(steps: readonly GateStep[], { paint, width }: Screen): string[] {
  const lines = steps.flatMap(({ outcome, title, items }): string[] => {
    const first = items[0] === undefined ? '' : ` (${items.length}): ${items[0]}`;
    const line = `  ${outcomeWord[outcome]} ${title}${first}`;
    const rows = outcome === 'failed' ? reason(line, width) : [cut(line, width)];
    return rows.map((row) => paint(outcomeTone[outcome], row));
  });
  return [paint('strong', 'Gate'), ...lines];
}

function rowLines({ requirements, results }: DerivedRun): Line[] {
  return rowsByCause(requirements, results).map((entry) => {
    const { outcome, reason } = entry;
    const ids = idsOf(entry) === '' ? '' : ` ${idsOf(entry)}`;
    const text = `${rowsNamed(entry)}: ${outcome}${reason === undefined ? '' : `, ${reason}`}${ids}`;
    return [outcome === 'contradicted' ? 'bad' : 'warn', text];
  });
}

function waiverLines({ waivers }: DecidedRun): Line[] {
  return waiversInUse(waivers).map((waiver) => ['warn', briefly(waiver)]);
}

function softenedLines({ contractChanges }: DecidedRun): Line[] {
  return weakerRules(contractChanges).map((rule) => ['warn', ruleBriefly(rule)]);
}

function comparisonBlock({ comparison }: DerivedRun, { paint, width }: Screen): string[] {
  if (comparison === null) return [];
  const { title, lines } = comparisonLines(comparison.dossier);
  return [paint('strong', cut(title, width)), ...lines.map(([tone, text]) => paint(tone, cut(`  ${text}`, width)))];
}
