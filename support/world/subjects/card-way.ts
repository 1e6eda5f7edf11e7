import type { Exchange } from '../../trace/exchange.js';
import { inWords, numberMember, tookEffect } from '../../verdict/checks/answer.js';
import { issuerCardStatus, type CardStatusWord } from '../../verdict/checks/status-words.js';
import type { Waited } from '../eventually.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { preconditionNotMet } from '../stop-scenario.js';
import type { CardKind } from './card-kind.js';

/** What the way into a status takes of "the card". */
interface CardCalls {
  issue(kind: CardKind): Promise<Exchange>;
  activate(): Promise<Exchange>;
  changeStatus(newStatus: 1 | 2): Promise<Exchange>;
  read(): Promise<Exchange>;
}

/** The cards of a scenario. */
interface ScenarioCards {
  readonly cards: CardCalls;
  readonly scope: ScenarioScope;
}

/** Issues a card and brings it into the status by ordinary calls; a scenario that builds on it ends where that fails. */
export async function issueInStatus(
  { cards, scope }: ScenarioCards,
  kind: CardKind,
  status: CardStatusWord,
): Promise<void> {
  const issued = await cards.issue(kind);
  if (!tookEffect(issued)) throw preconditionNotMet(`a ${kind} card`, inWords(issued));
  if (status !== 'Not Activated' && (await waitsForActivation(cards, issued))) {
    const activated = await cards.activate();
    if (!tookEffect(activated)) throw preconditionNotMet('an activated card', inWords(activated));
  }
  if (status === 'On Hold') await cards.changeStatus(issuerCardStatus['On Hold']);
  await arriveAt({ cards, scope }, status);
}

/** Whether a new card is Not Activated: every physical one, and a virtual one under one reading of C-05. */
async function waitsForActivation(cards: CardCalls, issued: Exchange): Promise<boolean> {
  const shown = numberMember(issued, 'issuerCardStatus') ?? numberMember(await cards.read(), 'issuerCardStatus');
  return shown === issuerCardStatus['Not Activated'];
}

/** Polls until the card is in the status that a scenario builds on. */
async function arriveAt(of: ScenarioCards, status: CardStatusWord): Promise<void> {
  const { met, exchanges } = await awaitCardStatus(of, status);
  if (!met) throw preconditionNotMet(`a card ${status}`, exchanges.slice(-1).map(stateOf).join());
}

/** Reads "the card", for a minute at most, until it is in the status. */
export async function awaitCardStatus({ cards, scope }: ScenarioCards, status: CardStatusWord): Promise<Waited> {
  return scope.wait({
    for: `card status ${status}`,
    deadlineSeconds: Math.min(60, scope.run.target.profile.timing.kycSeconds),
    read: async () => cards.read(),
    state: stateOf,
    until: (read) => numberMember(read, 'issuerCardStatus') === issuerCardStatus[status],
  });
}

function stateOf(read: Exchange): string {
  return `issuerCardStatus ${String(numberMember(read, 'issuerCardStatus') ?? inWords(read))}`;
}
