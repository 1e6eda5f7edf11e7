import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYaml } from '../../config/parse-yaml.js';
import type { Capabilities } from '../../config/profile.js';
import { packageRoot } from '../../config/package-root.js';
import type { Contract } from '../../contract/contract.js';
import { addCounts, budgetKindOf, type BudgetKind, type KindCounts } from '../../contract/object-kinds.js';
import { callTableMessages } from '../../messages/budget-messages.js';
import { errorsOf } from '../../messages/coded-error.js';
import { shapeProblem } from '../../config/evidence-schema.js';

/** What one scenario may do on the target; allowances are counted in. */
export interface ScenarioCalls {
  /** Ids of the operations it may call, sorted. */
  readonly operations: readonly string[];
  /** The most calls of each kind that create an object or move money, refused ones included. */
  readonly creates: KindCounts;
}

/** An entry of the table: what a scenario may do, and for which Programs it does anything. */
export interface TabledScenario extends ScenarioCalls {
  /** Capabilities the scenario needs, all of them: without one it makes no call and is not applicable. */
  readonly needs: readonly (keyof Capabilities)[];
}

/** What every scenario may do, by scenario id. */
export type CallTable = ReadonlyMap<string, TabledScenario>;

/** `scenario-calls.yaml` as written. */
export interface CallDocument {
  readonly version: 1;
  readonly allowances: Readonly<Record<string, Allowance>>;
  readonly scenarios: Readonly<Record<string, CallEntry>>;
}

/** Calls that another legal reading of the docs needs and the emulator never shows. */
export interface Allowance {
  readonly why: string;
  readonly calls: readonly string[];
  readonly creates?: KindCounts;
}

/** One scenario of the document: what was seen, and which allowances it has. */
export interface CallEntry {
  readonly needs?: readonly (keyof Capabilities)[];
  readonly calls: readonly string[];
  readonly creates?: KindCounts;
  readonly allows?: readonly string[];
}

/** The table of this package. */
export const callTableFile = join(packageRoot(), 'schemas/axys-v2/scenario-calls.yaml');

const wrong = errorsOf(callTableMessages, 'configuration');

/** Reads `scenario-calls.yaml` and checks its shape. Throws BGT-201 or BGT-202 (exit 78). */
export async function readCallDocument(file: string): Promise<CallDocument> {
  let document: unknown;
  try {
    document = parseYaml(await readFile(file, 'utf8'));
  } catch (cause) {
    throw wrong('BGT-201', { file, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  const problem = shapeProblem('scenario-calls', document);
  if (problem !== null) throw wrong('BGT-202', { file, ...problem });
  // The schema has just proved the shape.
  return document as CallDocument;
}

/**
 * Reads the table of calls and checks it against our own contract: known operations and allowances, and as many kinds as
 * the operations create. Throws BGT-201 to BGT-203 (exit 78) that names the entry.
 */
export async function loadScenarioCalls(file: string, contract: Pick<Contract, 'operations'>): Promise<CallTable> {
  const { allowances, scenarios } = await readCallDocument(file);
  const used = new Set(Object.values(scenarios).flatMap(({ allows }) => allows ?? []));
  for (const [name, allowance] of Object.entries(allowances)) {
    checkEntry(file, `allowances/${name}`, allowance, contract);
    if (!used.has(name)) throw misfit(file, `allowances/${name}`, 'a scenario that names it', 'none');
  }
  return new Map(
    Object.entries(scenarios).map(([id, entry]) => {
      checkEntry(file, id, entry, contract);
      const granted = (entry.allows ?? []).map((name) => {
        const allowance = allowances[name];
        if (allowance === undefined) throw misfit(file, id, 'a name of allowances', name);
        return allowance;
      });
      const all = [entry, ...granted];
      return [
        id,
        {
          operations: [...new Set(all.flatMap(({ calls }) => calls))].toSorted(),
          creates: addCounts(all.map(({ creates }) => creates ?? {})),
          needs: entry.needs ?? [],
        },
      ];
    }),
  );
}

/** Checks that the table and the features name the same scenarios. Throws BGT-204 or BGT-205 (exit 78). */
export function checkCallTable(file: string, table: CallTable, scenarioIds: readonly string[]): void {
  const scenario = scenarioIds.find((id) => !table.has(id));
  if (scenario !== undefined) throw wrong('BGT-204', { file, scenario });
  const known = new Set(scenarioIds);
  const gone = [...table.keys()].find((id) => !known.has(id));
  if (gone !== undefined) throw wrong('BGT-205', { file, scenario: gone });
}

function checkEntry(
  file: string,
  entry: string,
  written: Allowance | CallEntry,
  contract: Pick<Contract, 'operations'>,
) {
  const kinds = new Set<BudgetKind>();
  for (const id of written.calls) {
    const operation = contract.operations.get(id);
    if (operation === undefined) throw misfit(file, entry, 'operations of the contract', id);
    const kind = budgetKindOf(operation);
    if (kind !== null) kinds.add(kind);
  }
  const counted = Object.keys(written.creates ?? {})
    .toSorted()
    .join(', ');
  const needed = [...kinds].toSorted().join(', ');
  if (counted !== needed) throw misfit(file, entry, `counts of ${needed || 'nothing'}`, counted || 'none');
}

function misfit(file: string, entry: string, expected: string, received: string) {
  return wrong('BGT-203', { file, entry, expected, received });
}
