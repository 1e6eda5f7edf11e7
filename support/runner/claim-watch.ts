import type { Client } from '../client/client.js';
import type { EnvironmentName } from '../config/configuration.js';
import type { Capabilities } from '../config/profile.js';
import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../trace/exchange.js';
import type { CapabilityClaim } from '../verdict/capability-claim.js';
import { inWords, isAccepted, isRefused } from '../verdict/checks/answer.js';
import { claimProbes } from './claim-probes.js';

/** What is watched: where the run goes, what the profile denies, and the calls the contract has. */
export interface Watched {
  readonly environment: EnvironmentName;
  readonly capabilities: Capabilities;
  readonly contract: Pick<Contract, 'operations'>;
}

/**
 * Holds each "not supported" of the profile against the target: by a harmless read, or by answers the run gets anyway.
 * A contradiction is a matter for a person (review); it never changes what applies. Never asks in production.
 */
export class ClaimWatch {
  private readonly claims = new Map<keyof Capabilities, CapabilityClaim>();

  constructor(private readonly watched: Watched) {
    for (const [capability, probe] of this.denied) {
      const finding = probe.kind === 'none' ? probe.why : 'no answer came that would show it';
      this.note(capability, 'not-probed', finding);
    }
  }

  /** Looks at one judged exchange of the run. */
  readonly listen = (exchange: Exchange): void => {
    for (const [capability, probe] of this.denied) {
      if (probe.kind !== 'seen' || !probe.operations.some((operation) => operation === exchange.operationId)) continue;
      if (isAccepted(exchange)) this.judge(capability, exchange, probe.shows(exchange));
    }
  };

  /** Makes the reads whose only purpose is to look at a claim. */
  async ask(client: Client): Promise<void> {
    if (this.watched.environment === 'production') return;
    for (const [capability, probe] of this.denied) {
      if (probe.kind !== 'asked') continue;
      if (!this.watched.contract.operations.has(probe.operation)) {
        this.note(capability, 'not-probed', `the contract of this run has no operation ${probe.operation}`);
        continue;
      }
      const exchange = await client.call(probe.operation, {}, { scenario: null });
      if (isAccepted(exchange)) this.judge(capability, exchange, probe.shows(exchange));
      else this.note(capability, isRefused(exchange) ? 'upheld' : 'not-probed', answerOf(exchange, inWords(exchange)));
    }
  }

  /** What became of each claim, by capability; capabilities the profile supports are not in it. */
  get findings(): ReadonlyMap<keyof Capabilities, CapabilityClaim> {
    return this.claims;
  }

  /** The capabilities the profile denies, each with its probe. */
  private get denied() {
    const names = Object.keys(claimProbes) as (keyof Capabilities)[];
    return names
      .filter((capability) => !this.watched.capabilities[capability])
      .map((capability) => [capability, claimProbes[capability]] as const);
  }

  /** The first contradiction stays, whatever comes later. */
  private judge(capability: keyof Capabilities, exchange: Exchange, shown: string | null): void {
    if (this.claims.get(capability)?.outcome === 'contradicted') return;
    const outcome = shown === null ? 'upheld' : 'contradicted';
    this.note(capability, outcome, answerOf(exchange, shown ?? 'nothing that contradicts it'));
  }

  private note(capability: keyof Capabilities, outcome: CapabilityClaim['outcome'], finding: string): void {
    this.claims.set(capability, { capability, outcome, finding });
  }
}

function answerOf({ operationId, id }: Exchange, shown: string): string {
  return `${operationId ?? 'a call'} showed ${shown} (${id})`;
}
