import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { painter, type Tone } from '../paint.js';
import { onlyAsked, requireStepId, type Verification, type VerifyStep } from './verification.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

const word: Readonly<Record<VerifyStep['outcome'], string>> = {
  ok: 'ok  ',
  failed: 'FAIL',
  noted: 'note',
  skipped: 'skip',
};
const tone: Readonly<Record<VerifyStep['outcome'], Tone>> = {
  ok: 'good',
  failed: 'bad',
  noted: 'warn',
  skipped: 'bad',
};

/** Entries of a step before the rest is only counted. */
const longest = 20;

/** A verification for people: the word first, then every step with what was found and where. Ends with a line break. */
export function renderVerification(
  { pack, runId, decision, sound, steps, doesNotShow }: Verification,
  { colour }: { readonly colour: boolean },
): string {
  const paint = painter(colour);
  const lines = steps.flatMap(({ title, outcome, items }) => [
    paint(tone[outcome], `  ${word[outcome]} ${title}`),
    ...items.slice(0, longest).map(({ where, problem }) => `         ${printable(where)}: ${printable(problem)}`),
    ...(items.length > longest
      ? [`         and ${String(items.length - longest)} more; --json lists all of them`]
      : []),
  ]);
  return [
    paint(sound ? 'good' : 'bad', headline({ sound, steps })),
    `Pack: ${pack}`,
    `Run: ${printable(runId ?? 'cannot be read')}, decision as recorded: ${decision ?? 'cannot be read'}`,
    ...lines,
    ...(doesNotShow.length === 0 ? [] : ['What this does not show']),
    ...doesNotShow.map((sentence) => `  ${printable(sentence)}`),
    '',
  ].join('\n');
}

/** Nothing is wrong with a pack that is only another one than was required. */
function headline({ sound, steps }: Pick<Verification, 'sound' | 'steps'>): string {
  if (sound) return 'SOUND (exit 0)';
  if (!onlyAsked(steps)) return 'NOT SOUND (exit 4)';
  const asked = steps.filter(({ id }) => id === requireStepId).flatMap(({ items }) => items);
  return `SOUND, but not what --require asked for: ${asked.map(({ problem }) => printable(problem)).join('; ')} (exit 4)`;
}

/** A verification for programs: schemas/evidence/verification.schema.json. EVD-102 rather than another shape. */
export function verificationJson(verification: Verification): string {
  const problem = shapeProblem('verification', verification);
  if (problem !== null) throw evidenceError('EVD-102', { file: 'the output of verify --json', ...problem });
  return `${JSON.stringify(verification, null, 2)}\n`;
}

/** Names in a foreign pack may hold anything: nothing of it steers the terminal, or turns round how a line is read. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g, ' ');
}
