import { Readable } from 'node:stream';
import { addCounts, budgetKinds, type BudgetKind } from '../../contract/object-kinds.js';
import { planFiles } from '../../evidence/plan-files.js';
import { mergedPlanFile, shardPlanFile } from '../../evidence/shard-places.js';
import { digestOf } from '../../evidence/seal/manifest.js';
import type { PackFile } from '../../evidence/pack-files.js';
import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { RunOutline } from '../budget/run-outline.js';
import { runRecordIn } from '../gate-facts.js';
import type { FrozenScenarios } from '../recompute/recorded-run.js';
import { runRecordFile, type RunRecord } from '../resume/run-record.js';
import type { ShardPlan } from '../shard/shard-plan.js';
import type { OpenShard } from './shard-within.js';

/** A file of the plan of a merged run: made from those of its shards, or one of them as it is. */
export type WholePlanFile = { readonly text: string } | { readonly copy: PackFile };

const json = (content: unknown): WholePlanFile => ({ text: `${JSON.stringify(content, null, 2)}\n` });

/** Below `plan/`: what says of a shard what it alone is. */
const ofShardAlone: ReadonlySet<string> = new Set([shardPlanFile]);

/**
 * The plan of a merged run below `plan/`, but for `plan/merged.json`: a pure function of the plans of its shards. What
 * they share is the first shard's; scenarios, record and budget are those of the undivided run.
 */
export async function wholePlan(
  runId: string,
  plan: ShardPlan,
  shards: readonly OpenShard[],
): Promise<ReadonlyMap<string, WholePlanFile>> {
  const files = new Map<string, WholePlanFile>();
  const packs = shards.map(({ pack }) => pack);
  for (const pack of packs) {
    for (const file of pack.files.filter(({ path }) => path.startsWith('plan/') && !ofShardAlone.has(path)))
      if (!files.has(file.path)) files.set(file.path, { copy: file });
  }
  files.set(planFiles.scenarios, json(await wholeScenarios(plan, packs)));
  files.set(planFiles.budget, json(await wholeBudget(plan, packs)));
  files.set(runRecordFile, json(await wholeRecord(runId, plan, packs)));
  return files;
}

/** Where the plan of a merged run is not what its shards give. */
export async function wholePlanDifferences(
  pack: OpenPack,
  expected: ReadonlyMap<string, WholePlanFile>,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [path, file] of expected) {
    const there = pack.file(path);
    if (there === null) found.push({ where: path, problem: 'it is missing: a shard has it' });
    else if ((await digestOf(there)).sha256 !== (await digestOf(asFile(path, file))).sha256)
      found.push({ where: path, problem: 'it is not what the plans of the shards give' });
  }
  const strange = pack.files.filter(
    ({ path }) => path.startsWith('plan/') && path !== mergedPlanFile && !expected.has(path),
  );
  return [...found, ...strange.map(({ path }) => ({ where: path, problem: 'no shard has it' }))];
}

function asFile(path: string, file: WholePlanFile): PackFile {
  if ('copy' in file) return file.copy;
  return { path, open: () => Readable.from([Buffer.from(file.text, 'utf8')]) };
}

async function wholeScenarios(plan: ShardPlan, packs: readonly OpenPack[]): Promise<FrozenScenarios> {
  const frozen = await Promise.all(
    packs.map(async (pack) => (await jsonOf(pack, planFiles.scenarios)) as FrozenScenarios),
  );
  const byId = new Map(frozen.flatMap(({ scenarios }) => scenarios).map((scenario) => [scenario.id, scenario]));
  return {
    ...{ partial: plan.partial, selection: plan.conditions.selection, description: plan.description },
    scenarios: plan.conditions.scenarios.flatMap((id) => byId.get(id) ?? []),
    contractAsJudged: frozen.every(({ contractAsJudged }) => contractAsJudged),
  };
}

async function wholeRecord(runId: string, plan: ShardPlan, packs: readonly OpenPack[]): Promise<RunRecord> {
  const records = await Promise.all(packs.map(runRecordIn));
  const [first] = records;
  if (first === undefined) throw new Error('a plan has at least one shard');
  const startedAt = records.map((record) => record.startedAt).toSorted()[0] ?? first.startedAt;
  return { ...first, ...plan.conditions, runId, startedAt, seed: plan.seed };
}

async function wholeBudget(plan: ShardPlan, packs: readonly OpenPack[]): Promise<RunOutline> {
  const budgets = await Promise.all(packs.map(async (pack) => (await jsonOf(pack, planFiles.budget)) as RunOutline));
  const [first] = budgets;
  if (first === undefined) throw new Error('a plan has at least one shard');
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const order = new Map(plan.conditions.scenarios.map((id, at) => [id, at]));
  const calls = budgets.flatMap((budget) => budget.calls);
  const creates = addCounts(budgets.map((budget) => budget.creates));
  return {
    selection: plan.description,
    // A row is never parted, so that each is in one shard.
    rows: budgets.flatMap(({ rows }) => rows).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    scenarios: sum(budgets.map(({ scenarios }) => scenarios)),
    steps: sum(budgets.map(({ steps }) => steps)),
    actions: sum(budgets.map(({ actions }) => actions)),
    calls: [...new Set(calls.map(({ operationId }) => operationId))].toSorted().map((operationId) => ({
      operationId,
      scenarios: sum(calls.filter((call) => call.operationId === operationId).map(({ scenarios }) => scenarios)),
    })),
    creates: Object.fromEntries(budgetKinds.map((kind) => [kind, creates[kind] ?? 0])) as Record<BudgetKind, number>,
    budget: first.budget,
    planned: budgets
      .flatMap(({ planned }) => planned)
      .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  };
}
