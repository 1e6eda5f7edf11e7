import type { Exchange } from '../trace/exchange.js';
import { collectFindings, type CollectedFindings } from '../verdict/collect-findings.js';

/** Collects what exchanges outside every scenario (probes, set-up) say, without keeping their raw content. */
export class StrayExchanges {
  readonly #findings: CollectedFindings['findings'][number][] = [];
  readonly #notJudged: CollectedFindings['notJudged'][number][] = [];

  /** Looks at one judged exchange; those of scenarios are the scenarios' own matter, replayed ones nobody's. */
  readonly listen = (exchange: Exchange): void => {
    if (exchange.scenario !== null || exchange.replayed === true) return;
    const { findings, notJudged } = collectFindings([exchange], { finding: () => false, failure: () => false });
    this.#findings.push(...findings);
    this.#notJudged.push(...notJudged);
  };

  get findings(): CollectedFindings['findings'] {
    return this.#findings;
  }

  get notJudged(): CollectedFindings['notJudged'] {
    return this.#notJudged;
  }
}
