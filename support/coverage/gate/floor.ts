import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { shapedYaml } from '../../config/shaped-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { coverageMessages } from '../../messages/coverage-messages.js';
import type { TargetKind } from '../targets/target-kinds.js';

const invalid = errorsOf(coverageMessages, 'configuration');

/** A number for each kind of target. */
export type KindNumbers = Readonly<Record<TargetKind, number>>;

/** What the suite covered when somebody last accepted it: `coverage-floor.yaml`. */
export interface Floor {
  /** How many targets contract and lifecycles have. */
  readonly targets: KindNumbers;
  readonly matched: KindNumbers;
  readonly asserted: KindNumbers;
  /** Targets known to be open, without a reason: kind, owner, the rest of the id. New ones fail the gate. */
  readonly open: Readonly<Partial<Record<TargetKind, Readonly<Record<string, readonly string[]>>>>>;
}

/** The floor this build ships, absolute path. */
export function floorPath(): string {
  return join(packageRoot(), 'schemas/axys-v2/coverage-floor.yaml');
}

/** The floor in a text that was read from `file`. COV-201 (exit 78) for anything else. */
export function floorIn(text: string, file: string): Floor {
  // The schema proves the shape.
  return shapedYaml('coverage-floor', text, (problem, cause) => invalid('COV-201', { file, problem }, cause)) as Floor;
}

/** Ids of the targets that a floor knows to be open. */
export function openIn({ open }: Pick<Floor, 'open'>): readonly string[] {
  return Object.entries(open).flatMap(([kind, owners]) =>
    Object.entries(owners).flatMap(([owner, rests]) => rests.map((rest) => `${kind}:${owner}:${rest}`)),
  );
}
