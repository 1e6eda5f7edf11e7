import { compareSettings, type SettingsComparison } from '../../config/compare-settings.js';
import type { RunSettings } from '../../config/run-settings.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { nothingToCompare } from '../stop-scenario.js';
import { Remembered } from './remembered.js';

/** What the harness itself does and is configured with, for rows that no answer of the target can prove. */
export class OwnConduct {
  private readonly comparison = new Remembered<SettingsComparison & { readonly environment: string }>('a comparison');

  constructor(private readonly scope: ScenarioScope) {}

  /** Proves that no scenario may call a deprecated operation, and that nobody in this run has called one so far. */
  proveNoDeprecatedCall(): void {
    const { contract, calls, sent } = this.scope.run;
    const deprecated = [...contract.operations.values()].filter((operation) => operation.deprecated);
    this.scope.prove('no-deprecated-call', [], {
      deprecated: deprecated.map(({ operationId }) => operationId).toSorted(),
      planned: [...new Set([...(calls?.values() ?? [])].flatMap(({ operations }) => operations))].toSorted(),
      sent: [...sent.ids],
    });
  }

  /** Compares this run's settings with production's; without a production env-file the scenario is not run. */
  compareWithProduction(): void {
    const { production } = this.scope.run.target;
    if (production === undefined) throw nothingToCompare();
    this.comparison.keep({ ...compareSettings(this.settings, production), environment: production.environment });
  }

  /** Proves that only address, environment word and credentials change. */
  proveSwitch(): void {
    const { relations, environment } = this.comparison.get();
    this.scope.prove('only-credentials-differ', [], { relations, environment });
  }

  /** Proves that neither environment has a credential of the other. */
  proveSeparation(): void {
    this.scope.prove('no-credential-shared', [], { shared: this.comparison.get().shared });
  }

  private get settings(): RunSettings {
    const { target, configuration } = this.scope.run;
    const { environment, baseUrl, apiKey, certificate, nextCertificate } = target;
    const { serverCa, documents } = configuration;
    return { environment, baseUrl, apiKey, certificate, nextCertificate, serverCa, documents };
  }
}
