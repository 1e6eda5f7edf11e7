import type { ComparedSetting, SettingRelation } from '../../config/compare-settings.js';
import type { Pair } from './pair-builders.js';

const calls = (sent: string) => ({ deprecated: [], planned: ['listCards'], sent: ['listCards', sent] });

const ended = (exitCode: number, said: string) => ({ exitCode, decision: 'partial', said: [said] });

const relations = {
  ...{ AXYS_ENV: 'differs', AXYS_BASE_URL: 'differs', AXYS_API_KEY: 'differs', AXYS_CERT_PATH: 'differs' },
  ...{ AXYS_KEY_PATH: 'differs', AXYS_KEY_PASSPHRASE: 'neither', AXYS_NEXT_CERT_PATH: 'only this run' },
  ...{ AXYS_NEXT_KEY_PATH: 'only this run', AXYS_CA_PATH: 'same', AXYS_PROGRAM: 'same', AXYS_CONTRACT: 'neither' },
  AXYS_CONTRACT_OVERLAY: 'neither',
} as const satisfies Readonly<Record<ComparedSetting, SettingRelation>>;
const switched = (changes: Partial<Record<ComparedSetting, SettingRelation>> = {}) => ({
  ...{ environment: 'production', relations: { ...relations, ...changes } },
});

/** Evidence for the checks on what the harness itself does and is configured with. */
export const ownConductPairs: Readonly<Record<string, Pair>> = {
  'no-deprecated-call': {
    met: [],
    violated: [],
    arguments: calls('getCard'),
    violatedArguments: calls('notifyCardBlockchainDeposit'),
  },
  'only-credentials-differ': {
    met: [],
    violated: [],
    arguments: switched(),
    violatedArguments: switched({ AXYS_CONTRACT: 'only this run' }),
  },
  'no-credential-shared': {
    met: [],
    violated: [],
    arguments: { shared: [] },
    violatedArguments: { shared: ['AXYS_API_KEY of production is AXYS_API_KEY of this run'] },
  },
  'harness-ends-as-expected': {
    met: [],
    violated: [],
    arguments: { expected: ended(2, 'not judged'), received: ended(2, 'x-000003 was not judged') },
    violatedArguments: { expected: ended(2, 'not judged'), received: ended(0, '') },
  },
};
