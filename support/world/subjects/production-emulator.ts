import type { Client } from '../../client/client.js';
import { createClient } from '../../client/create-client.js';
import { impossibleResult } from '../../client/impossible-result.js';
import { productionRules } from '../../client/production-rules.js';
import { packageVersion } from '../../config/package-root.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { compileValidators } from '../../contract/validators.js';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { Remembered } from './remembered.js';

/** An emulator in production mode beside the run's own target, for scenarios that prove the harness itself. */
export class ProductionEmulator {
  private readonly client = new Remembered<Client>('an emulator in production mode');
  private readonly endings: (() => Promise<void>)[] = [];

  constructor(private readonly scope: ScenarioScope) {}

  /** Starts it with a client that is bound by the production rule. */
  async start(): Promise<void> {
    const { clock, sink, connections, ids } = this.scope.run;
    const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
    // Loaded when needed: Cucumber loads this file for every run, and few have an emulator in this thread.
    const { startEmulator } = await import('../../emulator/start-emulator.js');
    const emulator = await startEmulator({
      contract,
      validators: compileValidators(contract),
      port: 0,
      seed: 1,
      timeScale: 1,
      production: true,
      faults: [],
      allowIps: ['127.0.0.1', '::1'],
      profile: null,
      accessLog: null,
      clock,
    });
    this.endings.push(async () => emulator.close());
    const { apiKey, certificate, nextCertificate, profile } = emulator;
    const client = createClient({
      target: {
        ...{ apiKey, certificate, nextCertificate, profile, close: () => emulator.close() },
        environment: 'production',
        class: 'loopback',
        baseUrl: new URL(emulator.url),
        serverCa: [emulator.serverCa],
      },
      ...{ contract, sink, connections, ownServer: true, clock, ids, productionRules, version: packageVersion() },
    });
    this.endings.push(async () => client.close());
    this.client.keep(client);
  }

  /** Forces a review result for a cardholder that cannot exist, as the production check does. */
  async forceResult(): Promise<Exchange> {
    const options = { scenario: this.scope.scenario.id };
    return this.client.get().call('simulateKycResult', { body: impossibleResult }, options);
  }

  /** Ends client and emulator, last started first. */
  async close(): Promise<void> {
    for (const end of this.endings.splice(0).toReversed()) await end();
  }
}
