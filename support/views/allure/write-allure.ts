import type { Attachment } from 'allure-js-commons';
import { stringifyEnvInfo } from 'allure-js-commons/sdk/reporter';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import { exchangesByScenario } from '../exchanges-by-scenario.js';
import { replayLine } from '../../evidence/reproduce/replay-line.js';
import { shownResults } from '../shown-results.js';
import type { ReproducedRun } from '../derived-run.js';
import type { ViewSource } from '../view.js';
import { allureCategories } from './categories.js';
import { allureEnvironment } from './environment.js';
import { stableUuid } from './identity.js';
import { problemClassesOf } from './problem-classes.js';
import { replayLinesBy } from './replay-lines.js';
import { attachTraffic, type AttachmentSink } from './step-traffic.js';
import { allureResult } from './test-result.js';

/** Folder of the view in the pack. */
export const allureFolder = 'allure-results';

/**
 * Writes `allure-results/`: a view of the masked results, replaced as a whole. A scenario is written as soon as its traffic
 * is read, so that only that of scenarios under way lies in memory.
 */
export async function writeAllure(folder: EvidenceFolder, { run, recorded }: ViewSource<ReproducedRun>): Promise<void> {
  const { shown } = await shownResults(run, recorded);
  const open = new Map(shown.map((result) => [result.id, result]));
  await folder.replaceFolder(allureFolder, async (draft) => {
    const write: AttachmentSink = (name, content) => {
      draft.write(name, content);
    };
    const view: AllureView = { run, write, replay: replayLinesBy(run.findings) };
    for await (const { scenario, exchanges } of exchangesByScenario(recorded.exchanges)) {
      const result = open.get(scenario ?? '');
      if (result === undefined) continue;
      open.delete(result.id);
      writeResult(view, result, exchanges);
    }
    for (const result of open.values()) writeResult(view, result, []);
    write('environment.properties', stringifyEnvInfo(allureEnvironment(run)));
    write('categories.json', JSON.stringify(allureCategories(run.results)));
  });
}

/** What every result is written with. */
interface AllureView {
  readonly run: ReproducedRun;
  readonly write: AttachmentSink;
  /** How to see the findings of a scenario again, by its id. */
  readonly replay: ReadonlyMap<string, readonly string[]>;
}

function writeResult({ run, write, replay }: AllureView, result: ScenarioResult, exchanges: readonly Exchange[]): void {
  const written = allureResult(run.facts.runId, result, {
    rows: run.catalogue.filter(({ id }) => result.requirements.includes(id)),
    classes: problemClassesOf({ result, exchanges }),
    traffic: attachTraffic(result, exchanges, write),
    more: attachReplay(replay.get(result.id) ?? [], result, write),
  });
  write(`${written.uuid}-result.json`, JSON.stringify(written));
}

/** How to see a scenario's findings again, as lines for a shell. */
function attachReplay(lines: readonly string[], { id, attempt }: ScenarioResult, write: AttachmentSink): Attachment[] {
  if (lines.length === 0) return [];
  const source = `${stableUuid('replay', id, String(attempt))}-attachment.txt`;
  write(source, `${replayLine(id)}\n\n${lines.join('\n')}\n`);
  return [{ name: 'How to see it again', type: 'text/plain', source }];
}
