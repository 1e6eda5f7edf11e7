import { recorderFiles } from '../../trace/recorder-files.js';
import { baselineFiles } from '../baseline-places.js';
import { carriedPlanFile, carriedRoot } from '../carried-places.js';
import { harnessFiles } from '../harness-files.js';
import { planFiles } from '../plan-files.js';
import { mergedPlanFile, shardPlanFile, shardsRoot } from '../shard-places.js';
import { manifestFiles } from '../seal/manifest.js';
import { attestationFiles } from '../seal/seal-pack.js';
import { verifyGuideFile } from '../seal/verify-guide.js';

/** Files of a pack that no view makes: what was frozen, recorded or sealed. */
interface RecordedPlace {
  /** A path, or a folder with the ending of its files. */
  readonly path: string | { readonly below: string; readonly ending: string };
  /** Who makes it. */
  readonly by: 'plan' | 'recorder' | 'seal' | 'harness' | 'carried' | 'merged';
}

const files = (by: RecordedPlace['by'], ...paths: readonly string[]): readonly RecordedPlace[] =>
  paths.map((path) => ({ path, by }));

const { lifecycles, ...plan } = planFiles;

/** Every place of a pack that may hold a file besides what the views make. */
const recordedPlaces: readonly RecordedPlace[] = [
  ...files('plan', ...Object.values(plan), 'plan/run.json', 'plan/budget.json', carriedPlanFile),
  ...files('plan', shardPlanFile, mergedPlanFile, ...Object.values(baselineFiles)),
  { path: { below: shardsRoot, ending: '' }, by: 'merged' },
  { path: { below: carriedRoot, ending: '' }, by: 'carried' },
  { path: { below: 'plan/features/', ending: '.feature' }, by: 'plan' },
  { path: { below: lifecycles, ending: '.yaml' }, by: 'plan' },
  ...files('recorder', ...Object.values(recorderFiles), 'results/messages.ndjson', 'journal/events.ndjson'),
  ...files('recorder', 'logs/run.ndjson', 'logs/container.log'),
  ...files('harness', ...Object.values(harnessFiles)),
  ...files('seal', 'card-data-scan.json', 'results/recomputation.json', verifyGuideFile),
  ...files('seal', ...Object.values(manifestFiles), ...Object.values(attestationFiles)),
];

/** Each of them; of a folder, where its files begin. */
export const recordedPaths: readonly string[] = recordedPlaces.map(({ path }) =>
  typeof path === 'string' ? path : path.below,
);

/** True for a path where plan, recorder, harness or seal may put a file. */
export function isRecordedPlace(path: string): boolean {
  return recordedPlaces.some(({ path: place }) =>
    typeof place === 'string' ? path === place : path.startsWith(place.below) && path.endsWith(place.ending),
  );
}
