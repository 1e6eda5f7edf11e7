// What every runner is told: where the server is, how to get in, and the flow. BENCH_FOLDER holds access.json and the PEM files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

const folder = env.BENCH_FOLDER ?? '.';

/** `{ url, apiKey, iterations }`. */
export const access = JSON.parse(readFileSync(join(folder, 'access.json'), 'utf8'));

/** Paths of the PEM files. */
export const files = { ca: join(folder, 'ca.pem'), cert: join(folder, 'client.pem'), key: join(folder, 'client.key') };

/** The steps of one iteration, in order. */
export const flow = JSON.parse(readFileSync(new URL('flow.json', import.meta.url), 'utf8'));

/** The path of a step with the id that an earlier step kept. */
export function pathOf(step, kept) {
  return step.path.replace('{cardholderId}', String(kept.cardholderId));
}
