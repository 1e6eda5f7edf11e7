import { shapeProblem } from '../../config/evidence-schema.js';
import type { Redaction } from '../../trace/mask/redaction.js';
import { sensitiveKinds } from '../../trace/mask/sensitive-kind.js';
import { pausesIn } from '../journal/pauses-in.js';
import type { CardDataScan } from '../scan/card-data-scan.js';
import { cardDataScanFile } from '../scan/card-data-scan-file.js';
import { shortestSearched } from '../scan/searched-values.js';
import { mergedPlanFile } from '../shard-places.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { otherBuild, type OwnBuild } from './other-build.js';
import type { Difference } from './verification.js';

/** Kinds of values that the scan looks for wherever they stand. */
const searched: ReadonlySet<string> = new Set(
  Object.entries(sensitiveKinds).flatMap(([kind, { mark, reach }]) =>
    mark === 'masked' && reach === 'anywhere' ? [kind] : [],
  ),
);

/**
 * Counts the secrets that a redaction ledger names, one a label, by kind: whoever masked them knew them, so the scan of the
 * finished pack looked for at least as many.
 */
export class SearchedKinds {
  readonly #labels = new Map<string, Set<string>>();

  /** The lines of a ledger, each counted as it passes. */
  async *through(redactions: AsyncIterable<Redaction>): AsyncGenerator<Redaction> {
    for await (const redaction of redactions) {
      this.#count(redaction);
      yield redaction;
    }
  }

  /**
   * Where `card-data-scan.json` looked for fewer. Nothing follows for a run that stood still or that was merged, because who ended
   * it had not seen every secret, and for one of another build.
   */
  async differences(pack: OpenPack, build: OwnBuild): Promise<Difference[]> {
    const where = cardDataScanFile;
    const file = pack.file(where) === null ? null : await jsonOf(pack, where);
    if (shapeProblem('card-data-scan', file) !== null || pack.file(mergedPlanFile) !== null) return [];
    if ((await otherBuild(pack, build)).length > 0 || (await pausesIn(pack)).length > 0) return [];
    const counts = (file as CardDataScan).searched;
    return [...this.#labels]
      .filter(([kind, labels]) => (counts[kind] ?? 0) < labels.size)
      .map(([kind, { size }]) => ({
        where,
        problem: `it looked for ${counts[kind] ?? 0} values of kind ${kind}, and the redaction ledger names ${size}`,
      }));
  }

  #count({ kind, label, length }: Redaction): void {
    if (label === null || !searched.has(kind) || Number.parseInt(length ?? '0', 10) < shortestSearched) return;
    this.#labels.set(kind, (this.#labels.get(kind) ?? new Set<string>()).add(label));
  }
}
