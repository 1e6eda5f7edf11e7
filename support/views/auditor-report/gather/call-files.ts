import { recorderFiles } from '../../../trace/recorder-files.js';
import { harFileOf } from '../../har/har-file.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import type { CarriedFrom } from './carried-scenarios.js';

/** Where in the pack calls are that the page has no room for. */
export class CallFiles {
  readonly #scenarios: ReadonlyMap<string, string>;
  readonly #carried: ReadonlyMap<string, CarriedFrom>;

  constructor(results: readonly ScenarioResult[], carried: ReadonlyMap<string, CarriedFrom>) {
    this.#scenarios = new Map(results.flatMap(({ id, exchangeIds }) => exchangeIds.map((call) => [call, id] as const)));
    this.#carried = carried;
  }

  /** The file with all calls of a scenario: its HAR; of one that was carried over, what its own run recorded. */
  ofScenario(id: string): string {
    const from = this.#carried.get(id);
    return from === undefined ? harFileOf(id) : `${from.folder ?? ''}${recorderFiles.exchanges}`;
  }

  /** The file with one call; all calls together where no scenario's result names it. */
  ofCall(id: string): string {
    const scenario = this.#scenarios.get(id);
    return scenario === undefined ? recorderFiles.exchanges : this.ofScenario(scenario);
  }
}
