import type { IdentityName } from '../../client/client.js';
import { impossibleResult } from '../../client/impossible-result.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { notApplicable } from '../stop-scenario.js';
import { syntheticPerson } from '../synthetic-person.js';

/** What a scenario does with the platform itself: authentication, lists, tickets, certificates. */
export class Platform {
  constructor(private readonly scope: ScenarioScope) {}

  /** Lists cardholders, as the vendor's own connectivity test does. Source: docs/quickstart-first-api-call. */
  async list(
    query: Readonly<Record<string, string | number>> = {},
    identity: IdentityName = 'program',
  ): Promise<Exchange> {
    return this.scope.call('listCardholders', { query }, identity);
  }

  /** Tries to create a synthetic cardholder without an API key; nothing else is wrong with the call. */
  async createWithoutKey(): Promise<Exchange> {
    const body = syntheticPerson(this.scope.random, this.scope.nextLabel());
    return this.scope.call('createCardholder', { body }, 'no-key');
  }

  /** Reads a cardholder Under Review, forces its result and replaces its link, all without an API key and otherwise right. */
  async reviewWithoutKey(cardholderId: number): Promise<readonly Exchange[]> {
    const path = { cardholderId };
    return [
      await this.scope.call('getCardholder', { path }, 'no-key'),
      await this.scope.call('simulateKycResult', { body: { cardholderId, result: 'pass' } }, 'no-key'),
      await this.scope.call('refreshKycUrl', { path }, 'no-key'),
    ];
  }

  /** Reads an Active card in every way, blocks it and raises a ticket, all without an API key and otherwise right. */
  async useCardWithoutKey(cardId: number, cardholderId: number): Promise<readonly Exchange[]> {
    const path = { cardId };
    return [
      await this.scope.call('getCard', { path }, 'no-key'),
      await this.scope.call('getCardDetails', { path }, 'no-key'),
      await this.scope.call('getCardBalance', { path }, 'no-key'),
      await this.scope.call('setCardStatus', { path, body: { newStatus: 2 } }, 'no-key'),
      await this.raiseTicket(cardholderId, 'Certification run', 'A ticket without an API key.', 'no-key'),
    ];
  }

  /** Lists without a certificate, with it, and without it once more, so that a connection that breaks by chance proves nothing. */
  async listWithoutCertificate(): Promise<readonly Exchange[]> {
    return [await this.list({}, 'no-certificate'), await this.list(), await this.list({}, 'no-certificate')];
  }

  /** The same with a certificate whose issuer no platform knows: made for this client, and shown to nobody else. */
  async listWithUnknownIssuer(): Promise<readonly Exchange[]> {
    return [await this.list({}, 'unknown-issuer'), await this.list(), await this.list({}, 'unknown-issuer')];
  }

  /** Lists with the old and then with the new certificate of a rotation; with both once more where one got no answer. */
  async listWithBothCertificates(): Promise<readonly Exchange[]> {
    if (this.scope.run.target.nextCertificate === null) {
      throw notApplicable('no second certificate is configured (AXYS_NEXT_CERT_PATH, AXYS_NEXT_KEY_PATH)');
    }
    const withBoth = async () => [await this.list(), await this.list({}, 'next-certificate')];
    const first = await withBoth();
    return first.every(({ response }) => response !== null) ? first : [...first, ...(await withBoth())];
  }

  /**
   * Forces a review result for a cardholder that no Program has. Where simulations exist it changes nothing; where they do
   * not, the path is missing. Source: docs/sandbox-going-live.
   */
  async forceImpossibleResult(): Promise<Exchange> {
    return this.scope.call('simulateKycResult', { body: impossibleResult });
  }

  /** Reads a cardholder of another Program. */
  async readForeignCardholder(): Promise<Exchange> {
    const { foreignCardholderId } = this.scope.run.target.profile;
    if (foreignCardholderId === null)
      throw notApplicable("the profile names no other Program's cardholder (foreignCardholderId)");
    return this.scope.call('getCardholder', { path: { cardholderId: foreignCardholderId } });
  }

  /** Raises a ticket about a cardholder; 2 is High. Source: docs/funding-and-deposits. */
  async raiseTicket(
    cardholderId: number,
    subject: string,
    message: string,
    identity: IdentityName = 'program',
  ): Promise<Exchange> {
    const { programId } = this.scope.run.target.profile;
    const labelled = `${message} Certification ${this.scope.nextLabel()}.`;
    const body = { programId, cardholderId, subject, message: labelled, priority: 2 as const };
    return this.scope.call('createSupportTicket', { body }, identity);
  }
}
