import { nearest } from '../config/nearest.js';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { runnerMessages, selectionMessages } from '../messages/runner-messages.js';
import { catalogueOf, checkIds, checkParsed } from './catalogue.js';
import { passCucumber, type Envelope } from './cucumber.js';
import type { Plan } from './plan.js';
import { widenSelection, type Selection } from './selection.js';
import type { PlannedScenario } from './planned-scenario.js';
import { productionRows } from './production-profile.js';
import { selectionInWords } from './selection-in-words.js';
import { stepProblems } from './step-problems.js';
import type { Requirement } from '../verdict/requirement.js';
import { selfTag } from '../verdict/self-scenario.js';

const usage = errorsOf(selectionMessages, 'usage');
const broken = errorsOf(runnerMessages, 'harnessError');

/**
 * Parses every feature, selects, and proves that every selected step has exactly one definition, before any call.
 * A misspelt tag, an unknown scenario or an empty selection is exit 64; broken features or steps are exit 3. `rows` are those
 * of the test matrix, for what is said of a tag without a scenario.
 */
export async function planRun(selection: Selection, rows: readonly Requirement[] = []): Promise<Plan> {
  const { tags, scenarioId, order } = selection;
  if (tags !== null && scenarioId !== null) throw usage('RUN-105');
  const envelopes = await dryPass(tagExpression(selection), { tags, order });
  const byPickle = catalogueOf(envelopes);
  const catalogue = [...byPickle.values()];
  checkIds(catalogue);
  checkTags(tags, catalogue, rows);
  const matched = inRunningOrder(envelopes, byPickle);
  const scenarios = scenarioId === null ? matched : only(scenarioById(scenarioId, catalogue), matched);
  const description = selectionInWords(selection);
  if (scenarios.length === 0) throw nothingSelected(selection, catalogue, description);
  const ids = new Set(scenarios.map(({ id }) => id));
  const problem = stepProblems(envelopes, byPickle).find(({ scenario }) => ids.has(scenario.id));
  if (problem !== undefined) {
    throw broken('RUN-204', { what: problem.what, scenario: problem.scenario.id, step: problem.step });
  }
  return { scenarios, catalogue, carried: [], partial: tags !== null || scenarioId !== null, selection, description };
}

/** The scenarios Cucumber assembled, in the order in which it will run them; pickles come in the features' own order. */
function inRunningOrder(
  envelopes: readonly Envelope[],
  byPickle: ReadonlyMap<string, PlannedScenario>,
): readonly PlannedScenario[] {
  return envelopes.flatMap(({ testCase }) => {
    const scenario = testCase === undefined ? undefined : byPickle.get(testCase.pickleId);
    return scenario === undefined ? [] : [scenario];
  });
}

/** The tag expression a selection runs with. */
export function tagExpression({ tags, scenarioId, rows }: Selection): string {
  const limits = [
    rows === null ? `not (${anyOf(productionRows)})` : `(${anyOf(rows)})`,
    ...(tags === null ? [] : [`(${tags})`]),
    ...(scenarioId !== null || tagsIn(tags ?? '').includes(selfTag) ? [] : [`not ${selfTag}`]),
  ];
  return limits.join(' and ');
}

function anyOf(rows: readonly string[]): string {
  return rows.map((row) => `@${row}`).join(' or ');
}

function tagsIn(expression: string): readonly string[] {
  return expression.match(/@[^\s()]+/g) ?? [];
}

/** A selection of production's rows, made elsewhere, is told apart from one that is simply empty. */
function nothingSelected(selection: Selection, catalogue: readonly PlannedScenario[], description: string): CodedError {
  const { tags, scenarioId, rows } = selection;
  const asked = [...tagsIn(tags ?? ''), ...(catalogue.find(({ id }) => id === scenarioId)?.tags ?? [])];
  const ofProduction = productionRows.filter((row) => rows === null && asked.includes(`@${row}`));
  return ofProduction.length === 0
    ? usage('RUN-103', { selection: description, widen: widenSelection })
    : usage('RUN-106', { selection: description, rows: ofProduction.join(' and ') });
}

async function dryPass(
  expression: string,
  { tags, order }: Pick<Selection, 'tags' | 'order'>,
): Promise<readonly Envelope[]> {
  const envelopes: Envelope[] = [];
  try {
    await passCucumber({
      paths: null,
      tagExpression: expression,
      order,
      dryRun: true,
      onMessage: (envelope) => envelopes.push(envelope),
    });
  } catch (error) {
    if (tags === null || error instanceof CodedError || !(error instanceof Error)) throw error;
    // Nothing else in a dry pass depends on what the person typed.
    const cause = error.cause instanceof Error ? error.cause : error;
    const said = (cause.message.split('\n')[0] ?? '').replace(/\.$/, '');
    // Cucumber quotes the expression it was given, with what we put around what the person typed.
    const problem = said.replace(/^Tag expression ".*" could not be parsed because of /, '');
    throw usage('RUN-102', { expression: tags, problem }, error);
  }
  checkParsed(envelopes);
  return envelopes;
}

function checkTags(tags: string | null, catalogue: readonly PlannedScenario[], rows: readonly Requirement[]): void {
  if (tags === null) return;
  if (tagsIn(tags).length === 0) throw usage('RUN-102', { expression: tags, problem: 'it names no @tag' });
  const known = new Set(catalogue.flatMap((scenario) => scenario.tags));
  for (const tag of tagsIn(tags)) {
    if (known.has(tag)) continue;
    const { id: row, title, people } = rows.find(({ id }) => `@${id}` === tag) ?? { people: null };
    if (people !== null) throw usage('RUN-107', { tag, row, title, people });
    throw usage('RUN-101', { tag, nearest: known.size === 0 ? '(no tags yet)' : nearest(tag, [...known]) });
  }
}

/** The one scenario, unless a limit of the selection leaves it out. */
function only(scenario: PlannedScenario, matched: readonly PlannedScenario[]): readonly PlannedScenario[] {
  return matched.includes(scenario) ? [scenario] : [];
}

function scenarioById(id: string, catalogue: readonly PlannedScenario[]): PlannedScenario {
  const found = catalogue.find((scenario) => scenario.id === id);
  if (found !== undefined) return found;
  const all = catalogue.map((scenario) => scenario.id);
  const ofFeature = all.filter((other) => other.startsWith(`${id.split(':')[0] ?? ''}:`));
  const ids = ofFeature.length === 0 ? all : ofFeature;
  throw usage('RUN-104', { id, nearest: ids.length === 0 ? '(no scenarios yet)' : nearest(id, ids) });
}
