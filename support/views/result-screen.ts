import { comparisonLines } from '../diff/dossier/comparison-lines.js';
import { requirementOutcomes, type RequirementOutcome } from '../verdict/verdict.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { GateStep } from '../verdict/gate-step.js';
import { ruleBriefly, weakerRules } from '../verdict/softened/weaker-rules.js';
import { briefly, waiversInUse } from '../verdict/waivers/waivers-in-use.js';
import { causesOf, type Cause } from '../evidence/causes.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import type { DerivedRun } from './derived-run.js';
import { countQuestions } from '../questions/count-questions.js';
import { buildScoreLine } from '../mutation/score/build-score.js';
import { leftoverLine } from '../evidence/leftovers/leftover-line.js';
import { mergeNext } from '../evidence/test-scripts/merge-next.js';
import { planFiles } from '../evidence/plan-files.js';
import { painter, type Paint, type Tone } from '../evidence/paint.js';
import { scenarioTally, tally } from './scenario-tally.js';
import { wrapped } from './wrapped.js';

/** How the screen is drawn. */
export interface ScreenOptions {
  /** Where the pack is, as the reader should type it. */
  readonly pack: string;
  /** What a command has to be given so that it finds the run and its target again, such as `--env-file e.env`; or nothing. */
  readonly again?: string;
  readonly colour: boolean;
  /** Characters of a line: reasons go on below, other lines are cut, commands are left whole. */
  readonly width: number;
}

/** Entries of a list before the rest is only counted: the result must fit one screen. */
const longest = 8;

/** The row that the connection works end to end. */
const connectivityRow = 'TM-10';

const findingsFile = 'results/findings.json';

/** Causes shown with how to see them again. */
const reproduced = 3;

/** Rows a reason may take: what came stands at its end. */
const reasonRows = 5;

/** Rows all entries of a list may take together, but for the first, which is always shown. */
const listRows = 20;

/** How far the second row of an entry is moved in. */
const indent = 7;

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

/** Without a connection everything else is only a consequence: who can explain it. */
function connectionLines({ requirements }: DerivedRun, width: number): readonly string[] {
  const shown = requirements.find(({ id }) => id === connectivityRow)?.outcome;
  if (shown !== 'contradicted' && shown !== 'not-demonstrated') return [];
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

/** Makes a command of the pack, which knows no place of this machine, one to be typed here. */
type Whole = (command: string) => string;

/** An entry of a list, with the commands that stand below it whole. */
type Line = readonly [tone: Tone, text: string, commands?: readonly string[]];

function heading(run: DerivedRun, paint: Paint, width: number): string[] {
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

function gateBlock(steps: readonly GateStep[], paint: Paint, width: number): string[] {
  const lines = steps.flatMap(({ outcome, title, items }): string[] => {
    const first = items[0] === undefined ? '' : ` (${items.length}): ${items[0]}`;
    const line = `  ${outcomeWord[outcome]} ${title}${first}`;
    const rows = outcome === 'failed' ? reason(line, width) : [cut(line, width)];
    return rows.map((row) => paint(outcomeTone[outcome], row));
  });
  return [paint('strong', 'Gate'), ...lines];
}

/** The causes, worst first; the first of them with the call and the command that show them again, which are never cut. */
function findingBlock(
  { results, findings }: DerivedRun,
  whole: Whole,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  const lines = causeLines(causesOf(results)).map(([tone, text], index): Line => {
    const first = findings.slice(0, reproduced)[index]?.occurrences[0];
    const replay = first === undefined ? undefined : whole(first.replay);
    const calls = [first?.curl, replay].filter((line) => typeof line === 'string');
    return [tone, text, calls];
  });
  const shown = block('Findings by cause', lines, paint, width, findingsFile);
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
  const shown: string[][] = [];
  let rows = 0;
  for (const [tone, text, commands = []] of lines.slice(0, longest)) {
    const entry = reason(`  ${text}`, width);
    rows += entry.length;
    if (rows > listRows && shown.length > 0) break;
    const below = commands.map((command) => paint('quiet', `      ${command}`));
    shown.push([...entry.map((row) => paint(tone, row)), ...below]);
  }
  const rest = lines.length - shown.length;
  return [paint('strong', title), ...shown.flat(), ...(rest > 0 ? [`  and ${rest} more, in ${place}`] : [])];
}

/** A line whose end matters, on as many rows as it needs, within bounds. */
function reason(line: string, width: number): readonly string[] {
  return wrapped(line, { width, indent, lines: reasonRows });
}

/** Cuts before colour codes are added, so that none is lost. */
function cut(line: string, width: number): string {
  const flat = line.replace(/[\u0000-\u001F\u007F]+/g, ' ');
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
