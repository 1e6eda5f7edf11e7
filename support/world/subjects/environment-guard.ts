import { enforceProductionRules, productionRules } from '../../client/production-rules.js';
import type { EnvironmentName } from '../../config/environment-name.js';
import { guardTarget } from '../../config/guard.js';
import { documentedBaseUrls } from '../../config/hosts.js';
import { CodedError } from '../../messages/coded-error.js';
import type { Json } from '../../trace/exchange.js';
import { exitCode } from '../../messages/exit-code.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { Remembered } from './remembered.js';

/** What a scenario asks of the harness's own guard. Nothing here opens a connection. */
export class EnvironmentGuard {
  private readonly environment = new Remembered<EnvironmentName>('an environment');

  constructor(private readonly scope: ScenarioScope) {}

  /** The environment the imagined run is for. */
  setEnvironment(name: EnvironmentName): void {
    this.environment.keep(name);
  }

  /** Offers every operation that changes something to the production rule; each must be refused. */
  creatingCalls(): Json {
    const writing = [...this.scope.run.contract.operations.values()].filter(({ method }) => method !== 'GET');
    return writing.map(({ operationId, method, path }) =>
      decision(operationId, () =>
        enforceProductionRules(productionRules, {
          ...{ operationId, method, path },
          query: {},
          identity: 'program',
          body: {},
        }),
      ),
    );
  }

  /** Offers the documented hosts of the other environments to the guard, admitted by hand as well. */
  foreignHosts(): Json {
    const environment = this.environment.get();
    return Object.entries(documentedBaseUrls)
      .filter(([owner]) => owner !== environment)
      .map(([owner, url]) =>
        decision(`${environment} run on the ${owner} host`, () =>
          guardTarget({ AXYS_ENV: environment, AXYS_BASE_URL: url }, [new URL(url).hostname]),
        ),
      );
  }
}

/** What the guard said to one attempt. Only its own refusal counts; any other error is ours and goes on. */
function decision(attempt: string, act: () => unknown): Json {
  try {
    act();
  } catch (error) {
    if (error instanceof CodedError && error.exit === exitCode.refused) {
      return { attempt, refused: true, code: error.code };
    }
    throw error;
  }
  return { attempt, refused: false };
}
