import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isRunId } from '../runner/run-id.js';

/**
 * Where a PACK lies that was named by path or run id: a path as given, else a run of the reports folder. Links are followed,
 * because `reports/latest` is one; a place that is not there is given as it was meant, for the message.
 */
export async function packPlace(pack: string, reports: string, cwd: string): Promise<string> {
  const named = resolve(cwd, pack);
  const candidates = [named, join(reports, 'runs', pack), join(reports, pack), join(reports, 'runs', `${pack}.zip`)];
  const place = candidates.find((candidate) => existsSync(candidate));
  return place === undefined ? meantPlace(pack, reports, named) : realpath(place);
}

/** Whether a name means a run of the reports folder, whatever else it may be the path of: `latest` or a run id. */
export function namesRun(pack: string): boolean {
  return pack === 'latest' || isRunId(pack);
}

function meantPlace(pack: string, reports: string, named: string): string {
  if (!namesRun(pack)) return named;
  return pack === 'latest' ? join(reports, pack) : join(reports, 'runs', pack);
}
