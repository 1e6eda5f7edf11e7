import type { Exchange } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';
import { isSuperseded } from '../verdict/superseded.js';
import { collectFindings, type CollectedFindings } from '../verdict/collect-findings.js';

/** Collects what exchanges outside every scenario (probes, set-up) say, without keeping their raw content. */
export class StrayExchanges {
  readonly #findings: CollectedFindings['findings'][number][] = [];
  readonly #notJudged: { readonly entry: CollectedFindings['notJudged'][number]; readonly try: Exchange }[] = [];
  /** Without content: only which try of which call each was. */
  readonly #tries: Exchange[] = [];

  /** Looks at one judged exchange; those of scenarios are the scenarios' own matter, replayed ones nobody's. */
  readonly listen = (exchange: Exchange): void => {
    if (exchange.scenario !== null || exchange.replayed === true) return;
    const { findings, notJudged } = collectFindings([exchange], { finding: () => false, failure: () => false });
    this.#findings.push(...findings);
    const outline = withoutContent(exchange);
    this.#tries.push(outline);
    this.#notJudged.push(...notJudged.map((entry) => ({ entry, try: outline })));
  };

  get findings(): CollectedFindings['findings'] {
    return this.#findings;
  }

  get notJudged(): CollectedFindings['notJudged'] {
    // A try that broke and that the client repeated is answered for by the later one, as in scenarios.
    return this.#notJudged
      .filter((one) => one.try.failure === null || !isSuperseded(one.try, this.#tries))
      .map(({ entry }) => entry);
  }
}
