import { createHash } from 'node:crypto';

/**
 * The label of one object a scenario creates: run id, scenario and count, in lower case. The same scenario of the same
 * run gives its n-th object the same label every time, so that a stopped run can find what it made. At most 39
 * characters, letters, digits, hyphens and dots: it fits a mail address and every name the contract bounds.
 */
export function runLabel(runId: string, scenarioId: string, count: number): string {
  return `${scenarioLabel(runId, scenarioId)}.${String(count)}`;
}

/** The part that the labels of all objects of one scenario share. */
export function scenarioLabel(runId: string, scenarioId: string): string {
  const scenario = createHash('sha256').update(scenarioId).digest('hex').slice(0, 6);
  return `${runId}.${scenario}`.toLowerCase();
}

/** Run ids as labels carry them. */
const runIdInLabel = /\brun-\d{8}t\d{6}z-[0-9a-f]{6}(?=\.[0-9a-f]{6}\.\d)/;

const wholeLabel = /\brun-\d{8}t\d{6}z-[0-9a-f]{6}\.[0-9a-f]{6}\.\d+/;

/** The first label inside a text, lower case; null where it holds none. */
export function labelIn(text: string): string | null {
  return wholeLabel.exec(text.toLowerCase())?.[0] ?? null;
}

/** The run id inside a label, lower case; null where the text holds no label. */
export function runIdOfLabel(text: string): string | null {
  return runIdInLabel.exec(text.toLowerCase())?.[0] ?? null;
}
