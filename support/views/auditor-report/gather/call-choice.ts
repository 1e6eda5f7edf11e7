import type { Exchange } from '../../../trace/exchange.js';
import type { NamedCalls } from './named-calls.js';
import { PollSeries, type Novelty } from './poll-series.js';
import type { ShownScenario } from './shown-scenarios.js';

/** Why a call is shown, most telling first. */
const tiers = ['proof', 'writing', 'turning-point', 'repeated'] as const;
type Tier = (typeof tiers)[number];

/** Where a call belongs: its scenario's place and the step that made it (-1: none). */
interface Place {
  readonly scenario: ShownScenario;
  readonly step: number;
}

interface Candidate {
  readonly exchange: Exchange;
  readonly tier: Tier;
  readonly place: number;
  /** Its number in the recording. */
  readonly at: number;
}

/** What decides which calls are shown. */
export interface ChoiceRules {
  readonly scenarios: ReadonlyMap<string, ShownScenario>;
  readonly names: NamedCalls;
  /** True for a call that made a state change visible. */
  readonly showsChange: (exchangeId: string) => boolean;
  /** Most calls that are shown. */
  readonly room: number;
}

/**
 * Chooses the calls that the page shows, in one pass: all of them where they fit; otherwise first what proves or contradicts
 * something, in every scenario, then writing calls, then reads but for equal ones between the first and the last of a series.
 * Within each of these the worst scenario comes first. It never holds more than twice what fits.
 */
export class CallChoice {
  readonly #rules: ChoiceRules;
  readonly #places = new Map<string, Place>();
  readonly #series = new Map<string, PollSeries>();
  readonly #numbers = new Map<string, number>();
  #candidates: Candidate[] = [];
  #offered = 0;
  #seen = 0;

  constructor(rules: ChoiceRules) {
    this.#rules = rules;
    for (const scenario of rules.scenarios.values()) {
      if (scenario.anchor === null) continue;
      const { exchangeIds, steps } = scenario.result;
      for (const id of exchangeIds) this.#places.set(id, { scenario, step: -1 });
      steps.forEach((step, index) => {
        for (const id of step.exchangeIds) this.#places.set(id, { scenario, step: index });
      });
    }
  }

  /** Takes the next recorded call; those of no scenario that the page shows are passed over. */
  see(exchange: Exchange): void {
    const place = this.#placeOf(exchange);
    if (place === null) return;
    this.#numbers.set(exchange.id, (this.#seen += 1));
    const { id } = place.scenario.result;
    const series = this.#series.get(id) ?? new PollSeries((call, novelty) => { this.#offerRead(call, novelty); }); // prettier-ignore
    this.#series.set(id, series);
    if (exchange.request.method === 'GET') series.read(exchange, place.step);
    else {
      series.end();
      this.#offer(exchange, this.#rules.names.named.has(exchange.id) ? 'proof' : 'writing');
    }
  }

  /** The chosen calls, in the order of the recording. */
  list(): readonly Exchange[] {
    for (const series of this.#series.values()) series.end();
    this.#trim();
    return this.#candidates.sort((a, b) => a.at - b.at).map(({ exchange }) => exchange);
  }

  /** A call that ended what a scenario had begun is in none of its lists. */
  #placeOf({ id, scenario, cleanUp }: Exchange): Place | null {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const shown = cleanUp === true ? this.#rules.scenarios.get(scenario ?? '') : undefined;
    return shown === undefined || shown.anchor === null ? null : { scenario: shown, step: -1 };
  }

  #offerRead(exchange: Exchange, novelty: Novelty): void {
    const { names, showsChange } = this.#rules;
    const telling = novelty !== 'repeated' || showsChange(exchange.id);
    const proves = names.named.has(exchange.id) || (telling && names.among.has(exchange.id));
    this.#offer(exchange, proves ? 'proof' : telling ? 'turning-point' : 'repeated');
  }

  #offer(exchange: Exchange, tier: Tier): void {
    const { place } = this.#placeOf(exchange)?.scenario ?? { place: Infinity };
    this.#offered += 1;
    this.#candidates.push({ exchange, tier, place, at: this.#numbers.get(exchange.id) ?? 0 });
    this.#numbers.delete(exchange.id);
    if (this.#candidates.length > 2 * this.#rules.room) this.#trim();
  }

  /** Equal reads in the middle of a series are shown where everything is, or not at all. */
  #trim(): void {
    const { room } = this.#rules;
    if (this.#offered <= room) return;
    this.#candidates = this.#candidates
      .filter(({ tier }) => tier !== 'repeated')
      .sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || a.place - b.place || a.at - b.at)
      .slice(0, room);
  }
}
