import { evidenceFolder } from '../evidence/evidence-folder.js';
import { planFiles } from '../evidence/plan-files.js';
import { writeJson } from '../evidence/write-json.js';
import type { Target } from '../target/target.js';
import { containerLogFile } from '../trace/recorder-files.js';

/** Writes what the target runs in beside the plan, where it runs in a container of ours. Throws EVD-101 and EVD-102. */
export async function recordContainer(folder: string, { container }: Target): Promise<void> {
  if (container === undefined) return;
  await writeJson(evidenceFolder(folder), planFiles.container, { schema: 'container', content: container.record });
}

/** Ends the target's container, if it has one, and writes what it printed, masked. Nothing can be called afterwards. */
export async function keepContainerLog(
  folder: string,
  { container }: Target,
  mask: (text: string) => string,
): Promise<void> {
  if (container === undefined) return;
  await evidenceFolder(folder).write(containerLogFile, mask(await container.wholeLog()));
}
