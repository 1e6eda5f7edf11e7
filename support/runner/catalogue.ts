import { errorsOf } from '../messages/coded-error.js';
import { runnerMessages } from '../messages/runner-messages.js';
import type { Envelope } from './cucumber.js';
import type { PlannedStep, PlannedScenario } from './planned-scenario.js';

const broken = errorsOf(runnerMessages, 'harnessError');

type Pickle = NonNullable<Envelope['pickle']>;
type GherkinDocument = NonNullable<Envelope['gherkinDocument']>;

/** What the features hold at one syntax node: a scenario (or outline) or one of its rows. */
interface Node {
  readonly line: number;
  readonly outlineName: string;
  /** Counted from 1 over all Examples tables of the outline; null for a plain scenario. */
  readonly row: number | null;
}

/** Turns Cucumber's messages of one pass into planned scenarios, keyed by pickle id, in running order. */
export function catalogueOf(envelopes: readonly Envelope[]): ReadonlyMap<string, PlannedScenario> {
  const documents = new Map<string, { document: GherkinDocument; index: DocumentIndex }>();
  const scenarios = new Map<string, PlannedScenario>();
  for (const { gherkinDocument, pickle } of envelopes) {
    if (gherkinDocument?.uri !== undefined) {
      documents.set(gherkinDocument.uri, { document: gherkinDocument, index: indexOf(gherkinDocument) });
    }
    if (pickle === undefined) continue;
    const found = documents.get(pickle.uri);
    if (found === undefined) throw new Error(`Cucumber sent a pickle of ${pickle.uri} before its document`);
    scenarios.set(pickle.id, plannedScenario(pickle, found.document, found.index));
  }
  return scenarios;
}

/** Throws RUN-201 for the first feature that could not be parsed. */
export function checkParsed(envelopes: readonly Envelope[]): void {
  for (const { parseError } of envelopes) {
    if (parseError === undefined) continue;
    const { source, message } = parseError;
    const problem = message.replace(/\s+/g, ' ').replace(/\.$/, '');
    throw broken('RUN-201', { file: source.uri ?? '(unknown)', line: source.location?.line ?? 0, problem });
  }
}

/** Throws RUN-202 for two scenarios of one id. */
export function checkIds(catalogue: readonly PlannedScenario[]): void {
  const seen = new Set<string>();
  for (const { id } of catalogue) {
    if (seen.has(id)) throw broken('RUN-202', { id });
    seen.add(id);
  }
}

/** What features and rules have in common. */
type FeaturePart = Pick<NonNullable<GherkinDocument['feature']>['children'][number], 'background' | 'scenario'>;

interface DocumentIndex {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly keywords: ReadonlyMap<string, string>;
}

function indexOf(document: GherkinDocument): DocumentIndex {
  const nodes = new Map<string, Node>();
  const keywords = new Map<string, string>();
  const children: readonly FeaturePart[] = (document.feature?.children ?? []).flatMap(
    (child): readonly FeaturePart[] => child.rule?.children ?? [child],
  );
  for (const { background, scenario } of children) {
    for (const step of [...(background?.steps ?? []), ...(scenario?.steps ?? [])]) {
      keywords.set(step.id, step.keyword.trim());
    }
    if (scenario === undefined) continue;
    nodes.set(scenario.id, { line: scenario.location.line, outlineName: scenario.name, row: null });
    const rows = scenario.examples.flatMap((table) => table.tableBody);
    for (const [index, row] of rows.entries()) {
      nodes.set(row.id, { line: row.location.line, outlineName: scenario.name, row: index + 1 });
    }
  }
  return { nodes, keywords };
}

function plannedScenario(pickle: Pickle, document: GherkinDocument, index: DocumentIndex): PlannedScenario {
  const node = index.nodes.get(pickle.astNodeIds.at(-1) ?? '');
  if (node === undefined) throw new Error(`Cucumber sent a pickle without a place: ${pickle.uri}`);
  const uri = pickle.uri.replaceAll('\\', '/');
  const feature = uri.replace(/^features\//, '');
  const row = node.row === null ? '' : `[${node.row}]`;
  const tags = pickle.tags.map((tag) => tag.name);
  return {
    id: `${feature.replace(/\.feature$/, '')}:${slug(node.outlineName)}${row}`,
    name: pickle.name,
    feature,
    featureName: document.feature?.name ?? '',
    uri,
    line: node.line,
    tags,
    requirements: [...new Set(tags.filter((tag) => /^@TM-\d{2}$/.test(tag)).map((tag) => tag.slice(1)))],
    steps: pickle.steps.map((step) => plannedStep(step, index)),
  };
}

const stepTypes: Readonly<Record<string, PlannedStep['type']>> = {
  Context: 'context',
  Action: 'action',
  Outcome: 'outcome',
};

function plannedStep(step: Pickle['steps'][number], { keywords }: DocumentIndex): PlannedStep {
  const keyword = step.astNodeIds.map((id) => keywords.get(id)).find((found) => found !== undefined);
  return { text: step.text, keyword: keyword ?? '*', type: stepTypes[step.type ?? ''] ?? 'unknown' };
}

/** Lower-case words joined by hyphens; accents and punctuation fall away. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f<>'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
