import type { Diagnosis } from './diagnosis.js';
import type { LayerResult, LayerStatus } from './layer.js';

const words: Readonly<Record<LayerStatus, string>> = { ok: 'ok', warn: 'warn', fail: 'FAIL', skip: 'skip' };

/** The diagnosis as lines for people: one per layer, then what to do first, then what to do in time. */
export function renderDiagnosis({ target, layers, healthy, firstFailure }: Diagnosis): string {
  const width = Math.max(...layers.map(({ title }) => title.length));
  const failing = layers.find(({ id }) => id === firstFailure);
  const lines = [
    `Target: ${target.environment} (${target.class}) ${target.baseUrl}`,
    '',
    ...layers.map(
      ({ status, title, says }) => `  ${words[status].padEnd(4)}  ${title.padEnd(width)}  ${oneLine(says)}`,
    ),
    '',
    ...(failing === undefined ? [] : explain(failing, 'What stops you')),
    ...layers.filter(({ status }) => status === 'warn').flatMap((layer) => explain(layer, 'In time')),
    verdict(healthy, failing),
  ];
  return `${lines.join('\n')}\n`;
}

function explain({ title, says, problem }: LayerResult, heading: string): readonly string[] {
  if (problem === null) return [];
  const turn = problem.turn.join(', then ');
  return [`${heading}: ${title} (${problem.code})`, `  ${oneLine(says)}`, `  ${problem.next}`, `  Turn: ${turn}`, ''];
}

function verdict(healthy: boolean, failing: LayerResult | undefined): string {
  if (healthy) return 'Every layer works: a run can start.';
  return failing === undefined ? 'Interrupted before every layer was examined.' : `Not ready: ${failing.title}.`;
}

/** Names come from certificates and answers: no control character of theirs reaches a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
