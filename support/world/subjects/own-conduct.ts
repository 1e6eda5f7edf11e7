import type { ScenarioScope } from '../scenario-scope.js';

/** What the harness itself does and is configured with, for rows that no answer of the target can prove. */
export class OwnConduct {
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
}
