import { contractOf } from '../../contract/contract-of.js';
import type { Contract } from '../../contract/contract.js';
import type { JsonObject } from '../../json/json-pointer.js';
import type { Exchange } from '../../trace/exchange.js';
import { shardOfNumber } from '../../trace/shard-numbers.js';
import type { CapabilityClaim } from '../../verdict/capability-claim.js';
import { mergeClaims } from '../carry/merge-claims.js';
import { ClaimWatch } from '../claim-watch.js';
import type { MergedPlan } from '../merge/merged-plan.js';
import type { RunRecord } from '../resume/run-record.js';
import type { FrozenRun } from './recorded-run.js';

/** What of a run's plan says whose claims are looked at. */
export interface ClaimingRun {
  readonly run: Pick<FrozenRun, 'profile' | 'contract'>;
  readonly record: Pick<RunRecord, 'environment'>;
  /** The shards that the run was merged from; null for any other run. */
  readonly merged: MergedPlan | null;
}

/**
 * Holds each "not supported" of a frozen profile against the recorded exchanges again, as the run did while it went on. Each shard
 * of a merged run looked for itself, and what they found was taken together afterwards.
 */
export class ClaimsAgain {
  readonly #watches: ReadonlyMap<number | null, ClaimWatch>;

  constructor({ run, record, merged }: ClaimingRun) {
    const { environment } = record;
    const watched = { environment, capabilities: run.profile.capabilities, contract: operationsOf(run.contract) };
    const parts = merged === null ? [null] : merged.shards.map(({ index }) => index);
    this.#watches = new Map(parts.map((part) => [part, new ClaimWatch(watched)]));
  }

  /** Looks at the next exchange, in recorded order. */
  readonly listen = (exchange: Exchange): void => {
    const part = shardOfNumber(Number(exchange.id.slice('x-'.length)));
    // A shard that was not merged is a run of its own, and numbers its exchanges as a shard all the same.
    (this.#watches.get(part) ?? this.#watches.get(null))?.listen(exchange);
  };

  /** What became of each claim, after the last exchange. */
  get found(): ReadonlyMap<CapabilityClaim['capability'], CapabilityClaim> {
    const [first = new Map(), ...rest] = [...this.#watches.values()].map(({ findings }) => findings);
    return mergeClaims(
      first,
      rest.flatMap((findings) => [...findings.values()]),
    );
  }
}

/** The operations of a contract, read where a claim asks for them: few profiles deny what is asked about. */
function operationsOf(document: JsonObject): Pick<Contract, 'operations'> {
  let known: Contract['operations'] | null = null;
  return {
    get operations() {
      return (known ??= contractOf(document).operations);
    },
  };
}
