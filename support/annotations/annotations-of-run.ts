import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.js';
import { incidentsOf } from '../evidence/causes.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import { replayLine } from '../evidence/reproduce/replay-line.js';
import { shownName } from '../views/shown-name.js';
import { exitCode, type ExitCode } from '../messages/exit-code.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../verdict/verdict.js';
import { asVerdict } from '../verdict/verdict-order.js';
import type { Annotation, AnnotationLevel } from './annotation.js';
import { placeIn } from './place-in.js';

/** Null for what asks nobody to look. */
const levels: Readonly<Record<ScenarioVerdict, AnnotationLevel | null>> = {
  fail: 'error',
  'harness-error': 'error',
  inconclusive: 'error',
  vacuous: 'error',
  'not-run': 'warning',
  review: 'warning',
  advisory: 'notice',
  pass: null,
  'not-applicable': null,
};

/**
 * Every scenario somebody should look at, on its line of the feature file, as far as that lies below `cwd` (it does in a
 * checkout of the harness and where the package is installed into the checkout). From recorded, masked results.
 */
export function annotationsOfRun(
  { gate, results }: Pick<DecidedRun, 'gate' | 'results'>,
  cwd: string,
): readonly Annotation[] {
  const scenarios = results.flatMap((result) => {
    const verdict = asVerdict(result.verdict);
    const level = levels[verdict];
    return level === null ? [] : [annotationOf(result, { verdict, level, cwd })];
  });
  return [decisionOf(gate), ...scenarios];
}

/** The decision itself, which no line of a file explains. */
function decisionOf({ decision, exitCode: code, why, steps }: DecidedRun['gate']): Annotation {
  const failed = steps
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ title, items }) => `${title}: ${items[0] ?? ''}`);
  return {
    level: decisionLevel(code),
    place: null,
    rule: 'decision',
    title: `${decision} (exit ${code})`,
    message: [why, ...failed].join('\n'),
    fingerprint: fingerprintOf('decision', decision),
  };
}

/** Waiting for people is neither good nor bad: somebody has to do something, and nothing is broken. */
function decisionLevel(code: ExitCode): AnnotationLevel {
  if (code === exitCode.ok) return 'notice';
  return code === exitCode.awaitingPeople ? 'warning' : 'error';
}

interface Weighed {
  readonly verdict: ScenarioVerdict;
  readonly level: AnnotationLevel;
  readonly cwd: string;
}

function annotationOf(result: ScenarioResult, { verdict, level, cwd }: Weighed): Annotation {
  const { id, feature, line, requirements, reason } = result;
  const incidents = incidentsOf(result).map(({ level: word, id: cause, message }) => `${word} ${cause}: ${message}`);
  return {
    level,
    place: placeIn(cwd, join(packageRoot(), 'features', feature), { line, column: null }),
    rule: verdict,
    title: [verdict, ...requirements, shownName(result)].join(' '),
    message: [reason, ...incidents, `features/${feature}:${line}`, `replay: ${replayLine(id)}`].join('\n'),
    fingerprint: fingerprintOf(id, verdict),
  };
}

function fingerprintOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}
