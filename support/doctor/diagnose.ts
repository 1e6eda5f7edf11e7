import type { Finding, Layer, LayerId, LayerResult } from './layer.js';
import { skip } from './finding.js';
import type { Subject } from './subject.js';

/**
 * Examines one layer after the other. A layer that needs one that failed, or that was itself skipped for this reason, is
 * skipped and says which. Once `signal` is aborted nothing more is examined.
 */
export async function diagnose(
  layers: readonly Layer[],
  subject: Subject,
  signal: AbortSignal,
): Promise<readonly LayerResult[]> {
  const findings = new Map<LayerId, Finding>();
  const blocked = new Map<LayerId, string>();
  const results: LayerResult[] = [];
  for (const layer of layers) {
    const { id, title } = layer;
    const blocker = layer.needs.map((need) => blocked.get(need)).find((found) => found !== undefined);
    const finding = signal.aborted
      ? skip('interrupted')
      : blocker === undefined
        ? await layer.examine(subject, findings)
        : skip(`needs ${blocker}`);
    if (finding.status === 'fail') blocked.set(id, title);
    else if (blocker !== undefined) blocked.set(id, blocker);
    findings.set(id, finding);
    results.push({ id, title, ...finding });
  }
  return results;
}
