import { comparisonLines } from '../diff/dossier/comparison-lines.js';
import { requirementOutcomes, scenarioVerdicts, type RequirementOutcome } from '../verdict/verdict.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { GateStep } from '../verdict/gate-step.js';
import { ruleBriefly, weakerRules } from '../verdict/softened/weaker-rules.js';
import { briefly, waiversInUse } from '../verdict/waivers/waivers-in-use.js';
import { causesOf, type Cause } from './causes.js';
import type { DecidedRun } from './decided-run.js';
import type { DerivedRun } from './views/derived-run.js';
import { countQuestions } from '../questions/count-questions.js';
import { buildScoreLine } from '../mutation/score/build-score.js';
import { leftoverLine } from './leftovers/leftover-line.js';
import { mergeNext } from './test-scripts/merge-next.js';
import { planFiles } from './plan-files.js';
import { painter, type Paint, type Tone } from './paint.js';
import { countVerdicts } from './summary.js';

/** How the screen is drawn. */
export interface ScreenOptions {
  /** Where the pack is, as the reader should type it. */
  readonly pack: string;
  /** What a command has to be given so that it finds the run and its target again, such as `--env-file e.env`; or nothing. */
  readonly again?: string;
  readonly colour: boolean;
  /** Lines are cut to this many characters. */
  readonly width: number;
}

/** Entries of a list before the rest is only counted: the result must fit one screen. */
const longest = 8;

const findingsFile = 'results/findings.json';

/** Causes shown with how to see them again. */
const reproduced = 3;

/** Rows the reason of the decision may take. It stays one line, so that people and scripts find its words whole. */
const whyRows = 3;

const outcomeWord: Readonly<Record<GateStep['outcome'], string>> = { passed: 'ok  ', failed: 'FAIL', noted: 'note' };
const outcomeTone: Readonly<Record<GateStep['outcome'], Tone>> = { passed: 'good', failed: 'bad', noted: 'warn' };
const levelTone: Readonly<Record<Cause['level'], Tone>> = {
  fail: 'bad',
  undetermined: 'bad',
  review: 'warn',
  advisory: 'quiet',
};

/** Outcomes that need no line of their own. */
const quietOutcomes: ReadonlySet<RequirementOutcome> = new Set<RequirementOutcome>([
  'demonstrated',
  'not-applicable',
  'out-of-scope',
]);

/**
 * The result of a run on one screen: decision and why, rows by outcome, the gate, findings by cause, rows that are not
 * demonstrated, where the pack is. Ends with a line break.
 */
export function renderResultScreen(run: DerivedRun, { pack, again = '', colour, width }: ScreenOptions): string {
  const paint = painter(colour);
  const whole = (command: string) => (again === '' ? command : `${command} ${again}`);
  const blocks = [
    heading(run, paint, width),
    gateBlock(run.gate.steps, paint, width),
    block('Waived: what does not hold, by whom, until when', waiverLines(run), paint, width, 'waivers.json'),
    block('Weaker than the published contract', softenedLines(run), paint, width, planFiles.contractChanges),
    findingBlock(run, whole, { paint, width }),
    comparisonBlock(run, paint, width),
    block('Rows to look at', rowLines(run.requirements), paint, width, 'summary.json'),
    [
      ...scriptLines(run, whole, width),
      questionLine(run),
      cut(scoreLine(run), width),
      cut(leftoverLine(run.leftovers), width),
      `Pack: ${pack}`,
    ],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
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

/** Makes a command of the pack, which knows no place of this machine, one to be typed here. */
type Whole = (command: string) => string;

type Line = readonly [tone: Tone, text: string];

function heading({ facts, gate, results, requirements }: DecidedRun, paint: Paint, width: number): string[] {
  const counts = countVerdicts(results.map(({ verdict }) => verdict));
  return [
    paint(gate.exitCode === 0 ? 'good' : 'bad', `${gate.decision.toUpperCase()} (exit ${gate.exitCode})`),
    cut(`Why: ${gate.why}`, whyRows * width),
    cut(
      `Target: ${facts.target.environment} (${facts.target.class}) ${facts.target.baseUrl}, run ${facts.runId}`,
      width,
    ),
    cut(
      `Scenarios: ${tally(
        results.length,
        scenarioVerdicts.map((word) => [word, counts[word]]),
      )}`,
      width,
    ),
    cut(`Requirements: ${tally(requirements.length, outcomeCounts(requirements))}`, width),
  ];
}

function outcomeCounts(rows: readonly RequirementResult[]): [string, number][] {
  return requirementOutcomes.map((word) => [word, rows.filter(({ outcome }) => outcome === word).length]);
}

function tally(total: number, counts: readonly (readonly [string, number])[]): string {
  const parts = counts.filter(([, count]) => count > 0).map(([word, count]) => `${count} ${word}`);
  return [`${total}`, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ');
}

function gateBlock(steps: readonly GateStep[], paint: Paint, width: number): string[] {
  const lines = steps.map(({ outcome, title, items }): string => {
    const first = items[0] === undefined ? '' : ` (${items.length}): ${items[0]}`;
    return paint(outcomeTone[outcome], cut(`  ${outcomeWord[outcome]} ${title}${first}`, width));
  });
  return [paint('strong', 'Gate'), ...lines];
}

/** The causes, worst first; the first of them with the call and the command that show them again, which are never cut. */
function findingBlock(
  { results, findings }: DerivedRun,
  whole: Whole,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  const lines = block('Findings by cause', causeLines(causesOf(results)), paint, width, findingsFile);
  const again = findings.slice(0, reproduced).map(({ occurrences: [first] }) => {
    const replay = first === undefined ? undefined : whole(first.replay);
    const calls = [first?.curl, replay].filter((line) => typeof line === 'string');
    return calls.map((line) => paint('quiet', `      ${line}`));
  });
  const shown = lines.flatMap((line, index) => [line, ...(again[index - 1] ?? [])]);
  return shown.length === 0 ? [] : [...shown, `  every call and command: ${findingsFile}`];
}

function causeLines(causes: readonly Cause[]): Line[] {
  return causes.map(({ level, count, id, message, scenarios }) => [
    levelTone[level],
    `${count} x ${level} ${id} in ${scenarios.length} scenario${scenarios.length === 1 ? '' : 's'}: ${message}`,
  ]);
}

function rowLines(rows: readonly RequirementResult[]): Line[] {
  return rows
    .filter(({ outcome, review }) => review === true || !quietOutcomes.has(outcome))
    .map(({ id, title, outcome, reason }) => [
      outcome === 'contradicted' ? 'bad' : 'warn',
      `${id} ${title}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`,
    ]);
}

function waiverLines({ waivers }: DecidedRun): Line[] {
  return waiversInUse(waivers).map((waiver) => ['warn', briefly(waiver)]);
}

function softenedLines({ contractChanges }: DecidedRun): Line[] {
  return weakerRules(contractChanges).map((rule) => ['warn', ruleBriefly(rule)]);
}

function comparisonBlock({ comparison }: DerivedRun, paint: Paint, width: number): string[] {
  if (comparison === null) return [];
  const { title, lines } = comparisonLines(comparison.dossier);
  return [paint('strong', cut(title, width)), ...lines.map(([tone, text]) => paint(tone, cut(`  ${text}`, width)))];
}

function block(title: string, lines: readonly Line[], paint: Paint, width: number, place: string): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, longest).map(([tone, text]) => paint(tone, cut(`  ${text}`, width)));
  const rest = lines.length - shown.length;
  return [paint('strong', title), ...shown, ...(rest > 0 ? [`  and ${rest} more, in ${place}`] : [])];
}

/** Cuts before colour codes are added, so that none is lost. */
function cut(line: string, width: number): string {
  const flat = line.replace(/[\u0000-\u001F\u007F]+/g, ' ');
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
