import { isDeepStrictEqual } from 'node:util';
import { shapeProblem } from '../../config/evidence-schema.js';
import { cardDataScanOf, type CardDataScan, type ScannedFile } from '../scan/card-data-scan.js';
import { cardDataScanFile } from '../scan/card-data-scan-file.js';
import { scanRules } from '../scan/scan-rules.js';
import { searchedValues } from '../scan/searched-values.js';
import { attestationsFolder, manifestFiles } from '../seal/manifest.js';
import { verifyGuideFile } from '../seal/verify-guide.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { otherBuild, type OwnBuild } from './other-build.js';
import { recomputationFile } from './recomputation.js';
import type { Difference } from './verification.js';

/** Files that are written when a pack has been scanned. */
const sealFiles: ReadonlySet<string> = new Set([
  ...[cardDataScanFile, recomputationFile, verifyGuideFile],
  ...Object.values(manifestFiles),
]);

/** Rules that whoever verifies can apply as well: they need no secret of the run. */
const byPattern: ReadonlySet<string> = new Set(scanRules.filter(({ needsRun }) => !needsRun).map(({ id }) => id));

/**
 * Where `card-data-scan.json` says something else than scanning the pack again gives: files, bytes, rules, and what the patterns hit.
 * Only whoever ran the harness knew the values it looked for, so that of those there is no more than their number.
 */
export async function scanDifferences(
  pack: OpenPack,
  scanned: readonly ScannedFile[],
  build: OwnBuild,
): Promise<Difference[]> {
  const where = cardDataScanFile;
  const file = pack.file(where) === null ? null : await jsonOf(pack, where);
  // A file that is missing or has another form is named by the check of the shapes.
  if (shapeProblem('card-data-scan', file) !== null) return [];
  const recorded = file as CardDataScan;
  const wasScanned = ({ path }: ScannedFile): boolean => !sealFiles.has(path) && !path.startsWith(attestationsFolder);
  const again = scannedAgain(recorded, scanned.filter(wasScanned));
  const against = members
    .filter((member) => !isDeepStrictEqual(recorded[member], again[member]))
    .map((member) => ({ where, problem: `${member}: scanning the pack again gives something else than it says` }));
  return against.length === 0 ? [] : [...(await otherBuild(pack, build)), ...against];
}

/** What hits there were and where is said by the step that scans. */
const members = ['outcome', 'files', 'bytes', 'rules'] as const;

function scannedAgain(
  recorded: CardDataScan,
  scanned: readonly ScannedFile[],
): Pick<CardDataScan, (typeof members)[number]> {
  const again = cardDataScanOf(scanned, searchedValues([]));
  const applied = Object.values(recorded.searched).some((count) => count > 0);
  const hits = new Map(recorded.rules.map((rule) => [rule.id, rule.hits]));
  const rules = again.rules.map((rule) =>
    byPattern.has(rule.id) ? rule : { ...rule, applied, hits: hits.get(rule.id) ?? 0 },
  );
  return { ...again, rules, outcome: rules.some((rule) => rule.hits > 0) ? 'hit' : 'clean' };
}
