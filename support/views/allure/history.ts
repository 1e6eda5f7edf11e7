import { Status } from 'allure-js-commons';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { stableUuid } from './identity.js';
import { allureStatus, statusDetails } from './status.js';
import { historyId } from './test-result.js';
import { unreachable } from '../../messages/unreachable.js';

/** An earlier run, as its results say. */
export interface EarlierRun {
  readonly runId: string;
  /** One final result a scenario. */
  readonly results: readonly ScenarioResult[];
}

/** Allure's words for a status and its own for a result without one. */
type Word = 'failed' | 'broken' | 'skipped' | 'passed' | 'unknown';

type Statistic = Record<Word | 'total', number>;

/** A scenario's ending in an earlier run, as Allure's history keeps it. */
interface HistoryItem {
  readonly uid: string;
  readonly status: Word;
  readonly statusDetails: string;
  readonly time: { readonly start: number; readonly stop: number; readonly duration: number };
}

/**
 * The files that Allure reads earlier runs from, by name, for runs in the order they were made: endings by scenario, and the
 * trends of endings and durations. Newest first, as Allure wants them.
 */
export function historyFiles(earlier: readonly EarlierRun[]): Readonly<Record<string, unknown>> {
  const runs = earlier.map((run, index) => ({ ...run, order: index + 1 })).reverse();
  const byScenario = new Map<string, HistoryItem[]>();
  for (const { runId, results } of runs) {
    for (const result of results) {
      const items = byScenario.get(historyId(result)) ?? [];
      items.push(itemOf(runId, result));
      byScenario.set(historyId(result), items);
    }
  }
  const history = [...byScenario].map(([id, items]) => [id, { statistic: statisticOf(items), items }]);
  const trend = <T>(dataOf: (items: readonly HistoryItem[]) => T) =>
    runs.map(({ runId, order, results }) => ({
      ...{ buildOrder: order, reportName: runId },
      data: dataOf(results.map((result) => itemOf(runId, result))),
    }));
  return {
    'history.json': Object.fromEntries(history) as unknown,
    'history-trend.json': trend(statisticOf),
    'duration-trend.json': trend((items) => ({
      duration: items.reduce((longest, { time }) => Math.max(longest, time.duration), 0),
    })),
  };
}

function itemOf(runId: string, result: ScenarioResult): HistoryItem {
  const start = Date.parse(result.startedAt);
  const duration = Math.round(result.durationMs);
  return {
    uid: stableUuid(runId, result.id, String(result.attempt)).replaceAll('-', ''),
    status: wordOf(allureStatus(result.verdict)),
    statusDetails: statusDetails(result, []).message ?? '',
    time: { start, stop: start + duration, duration },
  };
}

function statisticOf(items: readonly HistoryItem[]): Statistic {
  const count = (word: Word) => items.filter(({ status }) => status === word).length;
  return {
    ...{ failed: count('failed'), broken: count('broken'), skipped: count('skipped') },
    ...{ passed: count('passed'), unknown: count('unknown'), total: items.length },
  };
}

function wordOf(status: Status | null): HistoryItem['status'] {
  switch (status) {
    case null:
      return 'unknown';
    case Status.FAILED:
      return 'failed';
    case Status.BROKEN:
      return 'broken';
    case Status.SKIPPED:
      return 'skipped';
    case Status.PASSED:
      return 'passed';
    default:
      return unreachable(status, 'Allure status');
  }
}
