import type { ComparedSetting, SettingRelation } from '../../config/compare-settings.js';

/** How each setting of this run may stand to production's. */
interface SettingRole {
  readonly allowed: readonly SettingRelation[];
  readonly expected: string;
}

const changes: SettingRole = { allowed: ['differs'], expected: 'another one in production' };
/** Credentials are issued after the audit: production's may still be missing. Source: docs/sandbox-going-live. */
const issuedLater: SettingRole = {
  allowed: ['differs', 'only this run'],
  expected: 'another one in production, or none yet',
};
const ownIfAny: SettingRole = {
  allowed: ['differs', 'only this run', 'only production', 'neither'],
  expected: 'never the same one',
};
const free: SettingRole = { allowed: ['same', ...ownIfAny.allowed], expected: 'any' };
const stays: SettingRole = { allowed: ['same', 'neither'], expected: 'the same' };
/** An overlay of this run alone confirms simulations, which production does not have. */
const staysIfAny: SettingRole = { allowed: [...stays.allowed, 'only this run'], expected: 'the same, or none' };

/** Address, environment word and credentials change with the environment; everything else stays. Source: docs/sandbox-going-live. */
export const settingRoles: Readonly<Record<ComparedSetting, SettingRole>> = {
  AXYS_ENV: changes,
  AXYS_BASE_URL: changes,
  AXYS_API_KEY: issuedLater,
  AXYS_CERT_PATH: issuedLater,
  AXYS_KEY_PATH: issuedLater,
  AXYS_KEY_PASSPHRASE: ownIfAny,
  AXYS_NEXT_CERT_PATH: ownIfAny,
  AXYS_NEXT_KEY_PATH: ownIfAny,
  AXYS_CA_PATH: free,
  // It names a Program, a wallet and a cardholder by id, and no object carries over. Source: docs/sandbox-going-live.
  AXYS_PROGRAM: free,
  AXYS_CONTRACT: stays,
  AXYS_CONTRACT_OVERLAY: staysIfAny,
};
