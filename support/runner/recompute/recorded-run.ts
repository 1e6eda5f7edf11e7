import { parseYaml } from '../../config/parse-yaml.js';
import type { JsonObject } from '../../json/json-pointer.js';
import type { Profile } from '../../config/profile.js';
import type { RecordedFacts } from '../../evidence/recorded-facts.js';
import { gateFile } from '../../evidence/write-gate.js';
import type { Summary } from '../../evidence/summary.js';
import { linesOf } from '../../evidence/lines-of.js';
import { SharedTexts } from '../../evidence/shared-texts.js';
import { planFiles } from '../../evidence/plan-files.js';
import { bytesOf, jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { recordedStreams, type RecordedStreams } from '../../evidence/recorded-streams.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import { isRecord } from '../../evidence/verify/json-shape.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeProblem, type EvidenceSchemaName } from '../../config/evidence-schema.js';
import type { Requirement } from '../../verdict/requirement.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { Selection } from '../selection.js';
import type { PlannedScenario } from '../planned-scenario.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** The frozen selection of a run, as `plan/scenarios.json` has it. */
export interface FrozenScenarios {
  readonly partial: boolean;
  readonly selection: Selection;
  readonly description: string;
  readonly scenarios: readonly PlannedScenario[];
  /** False when sample data was masked out of the contract, so that its digest is another than that of the judge. */
  readonly contractAsJudged: boolean;
}

/** What a run froze before its first call and recorded, as far as it fits in memory; exchanges are read as a stream. */
export interface FrozenRun {
  readonly profile: Profile;
  /** The contract document of the pack. */
  readonly contract: JsonObject;
  readonly catalogue: readonly Requirement[];
  readonly frozen: FrozenScenarios;
  readonly results: readonly ScenarioResult[];
  readonly exchanges: RecordedStreams['exchanges'];
  readonly redactions: RecordedStreams['redactions'];
}

/** What was written when a run was decided. */
export interface RecordedDecision {
  readonly summary: Summary;
  readonly facts: RecordedFacts & { readonly harnessVersion: string; readonly program: string };
}

/** Everything of a run that fits in memory, as recorded and decided. */
export interface RecordedRun extends FrozenRun, RecordedDecision {}

/** Reads a run back from its pack. VFY-302 names the file that is missing or is not what our own writer makes. */
export async function readRecordedRun(pack: OpenPack): Promise<RecordedRun> {
  const decision = await readRecordedDecision(pack);
  return { ...decision, ...(await readFrozenRun(pack)) };
}

/** Reads back how a run was decided. Throws as {@link readRecordedRun}. */
export async function readRecordedDecision(pack: OpenPack): Promise<RecordedDecision> {
  const summary = shaped(await jsonOf(pack, 'summary.json'), 'summary', 'summary.json') as Summary;
  const facts = member(await jsonOf(pack, gateFile), 'facts', gateFile) as RecordedDecision['facts'];
  return { summary, facts };
}

/** Reads back what a run froze and recorded; it need not be decided yet. Throws as {@link readRecordedRun}. */
export async function readFrozenRun(pack: OpenPack): Promise<FrozenRun> {
  const catalogue = member(
    shaped(await yamlOf(pack, planFiles.requirements), 'requirements', planFiles.requirements),
    'requirements',
    planFiles.requirements,
  );
  const frozen = await jsonOf(pack, planFiles.scenarios);
  member(frozen, 'scenarios', planFiles.scenarios);
  const profile = await jsonOf(pack, planFiles.program);
  member(profile, 'capabilities', planFiles.program);
  const streams = recordedStreams(pack);
  const texts = new SharedTexts();
  return {
    profile: profile as Profile,
    contract: await objectOf(pack, planFiles.contract),
    catalogue: catalogue as readonly Requirement[],
    frozen: texts.share(frozen) as FrozenScenarios,
    results: await resultsIn(pack, texts),
    exchanges: streams.exchanges,
    redactions: streams.redactions,
  };
}

/** One line after another: the texts of a long run are never held together. */
async function resultsIn(pack: OpenPack, texts: SharedTexts): Promise<readonly ScenarioResult[]> {
  const path = recorderFiles.results;
  const file = pack.file(path);
  if (file === null) throw damaged('VFY-302', { file: path, problem: 'it is missing' });
  const results: ScenarioResult[] = [];
  for await (const { number, bytes } of linesOf(file)) {
    if (bytes.length === 0) continue;
    const place = `${path} line ${number}`;
    const value = shaped(parseJson(bytes.toString('utf8'), place), 'result', place);
    results.push(texts.share(value) as ScenarioResult);
  }
  return results;
}

async function objectOf(pack: OpenPack, path: string): Promise<JsonObject> {
  const value = await jsonOf(pack, path);
  if (isRecord(value)) return value;
  throw damaged('VFY-302', { file: path, problem: 'it is no JSON object' });
}

async function yamlOf(pack: OpenPack, path: string): Promise<unknown> {
  const text = (await bytesOf(pack, path)).toString('utf8');
  try {
    return parseYaml(text);
  } catch (cause) {
    throw damaged('VFY-302', { file: path, problem: 'it is not YAML' }, cause);
  }
}

function shaped(value: unknown, schema: EvidenceSchemaName, file: string): unknown {
  const problem = shapeProblem(schema, value);
  if (problem === null) return value;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `at ${where}, expected ${expected}, received ${received}` });
}

function member(value: unknown, name: string, file: string): unknown {
  if (isRecord(value) && name in value) return value[name];
  throw damaged('VFY-302', { file, problem: `it has no member "${name}"` });
}
