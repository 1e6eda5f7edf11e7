import type { Client } from '../client/client.js';
import type { EnvironmentName } from '../config/environment-name.js';
import type { Capabilities } from '../config/profile.js';
import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../trace/exchange.js';
import type { CapabilityClaim } from '../verdict/capability-claim.js';
import { inWords, isAccepted, isRefused } from '../verdict/checks/answer.js';
import { claimProbes, type ClaimProbe } from './claim-probes.js';
import { weightOfClaim } from './claim-weight.js';

/** What is watched: where the run goes, what the profile denies, and the calls the contract has. */
export interface Watched {
  readonly environment: EnvironmentName;
  readonly capabilities: Capabilities;
  readonly contract: Pick<Contract, 'operations'>;
}

/**
 * Holds each "not supported" of the profile against the target: by a harmless read, or by answers the run gets anyway.
 * A contradiction is a matter for a person (review); it never changes what applies. Never asks in production. What it finds follows
 * from the exchanges it listens to and from nothing else, so that `verify` finds it again.
 */
export class ClaimWatch {
  private readonly claims = new Map<keyof Capabilities, CapabilityClaim>();

  constructor(private readonly watched: Watched) {
    for (const [capability, probe] of this.denied)
      this.claims.set(capability, { capability, outcome: 'not-probed', finding: this.unseen(probe) });
  }

  /** Looks at one recorded exchange of the run. What a server of ours replayed says nothing of the target. */
  readonly listen = (exchange: Exchange): void => {
    if (exchange.replayed === true) return;
    for (const [capability, probe] of this.denied) {
      if (probe.kind === 'asked' && isAsked(exchange, probe.operation)) this.judgeAnswer(capability, exchange, probe);
      if (probe.kind === 'seen' && isOneOf(exchange, probe.operations) && isAccepted(exchange))
        this.judge(capability, exchange, probe.shows(exchange));
    }
  };

  /** Makes the reads whose only purpose is to look at a claim; their answers come to {@link listen}. */
  async ask(client: Client): Promise<void> {
    if (this.watched.environment === 'production') return;
    for (const [, probe] of this.denied)
      if (probe.kind === 'asked' && this.isKnown(probe.operation))
        await client.call(probe.operation, {}, { scenario: null });
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

  private isKnown(operation: string): boolean {
    return this.watched.contract.operations.has(operation);
  }

  /** What is said of a claim as long as nothing was seen. */
  private unseen(probe: ClaimProbe): string {
    if (probe.kind === 'none') return probe.why;
    if (probe.kind === 'seen' || this.watched.environment === 'production' || this.isKnown(probe.operation))
      return 'no answer came that would show it';
    return `the contract of this run has no operation ${probe.operation}`;
  }

  private judgeAnswer(capability: keyof Capabilities, exchange: Exchange, { shows }: Pick<Asked, 'shows'>): void {
    if (isAccepted(exchange)) this.judge(capability, exchange, shows(exchange));
    else this.note(capability, isRefused(exchange) ? 'upheld' : 'not-probed', answerOf(exchange, inWords(exchange)));
  }

  private judge(capability: keyof Capabilities, exchange: Exchange, shown: string | null): void {
    const outcome = shown === null ? 'upheld' : 'contradicted';
    this.note(capability, outcome, answerOf(exchange, shown ?? 'nothing that contradicts it'));
  }

  /** The first contradiction stays, whatever comes later, and what was once seen is worth more than an answer that shows nothing. */
  private note(capability: keyof Capabilities, outcome: CapabilityClaim['outcome'], finding: string): void {
    const known = this.claims.get(capability)?.outcome ?? 'not-probed';
    if (known === 'contradicted' || weightOfClaim[outcome] < weightOfClaim[known]) return;
    this.claims.set(capability, { capability, outcome, finding });
  }
}

type Asked = Extract<ClaimProbe, { readonly kind: 'asked' }>;

/** A read of {@link ClaimWatch.ask}: nobody else makes this call outside every scenario. */
function isAsked({ scenario, operationId }: Exchange, operation: string): boolean {
  return scenario === null && operationId === operation;
}

function isOneOf({ operationId }: Exchange, operations: readonly string[]): boolean {
  return operationId !== null && operations.includes(operationId);
}

function answerOf({ operationId, id }: Exchange, shown: string): string {
  return `${operationId ?? 'a call'} showed ${shown} (${id})`;
}
