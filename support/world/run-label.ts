import { createHash } from 'node:crypto';

/**
 * The label of one object a scenario creates: run id, scenario and count, in lower case. The same scenario of the same
 * run gives its n-th object the same label every time, so that a stopped run can find what it made. At most 39
 * characters, letters, digits, hyphens and dots: it fits a mail address and every name the contract bounds.
 */
export function runLabel(runId: string, scenarioId: string, count: number): string {
  const scenario = createHash('sha256').update(scenarioId).digest('hex').slice(0, 6);
  return `${runId}.${scenario}.${String(count)}`.toLowerCase();
}

/** Run ids as labels carry them. */
const runIdInLabel = /\brun-\d{8}t\d{6}z-[0-9a-f]{6}(?=\.[0-9a-f]{6}\.\d)/;

/** The run id inside a label, lower case; null where the text holds no label. */
export function runIdOfLabel(text: string): string | null {
  return runIdInLabel.exec(text.toLowerCase())?.[0] ?? null;
}
