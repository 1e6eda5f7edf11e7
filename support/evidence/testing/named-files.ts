import type { VerifyStep } from '../verify/verification.js';

/** True when a failed step names a file, as its place or in its sentence. */
export function isNamed(path: string, steps: readonly VerifyStep[]): boolean {
  return steps
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ items }) => items)
    .some(({ where, problem }) => where === path || where.startsWith(`${path} `) || problem.includes(path));
}
