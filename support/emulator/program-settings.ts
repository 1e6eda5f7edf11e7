import type { Profile } from '../config/profile.js';
import { currencyValues } from './money/currency.js';
import type { DesignStatus, ProgramSettings } from './program.js';

/** What each slot holds before the profile has its say. Source of the model: docs/card-programs-and-designs. */
const defaultDesigns: readonly (DesignStatus | null)[] = ['approved', 'pending', 'rejected', 'approved', null, null];

const tenant = 'Emulated Tenant';

/** Settings of the Program a profile describes: its approved slots are approved, and no other is. */
export function settingsOf(profile: Profile): ProgramSettings {
  const { program, programId, currency, transactionLimit, capabilities, approvedSlots } = profile;
  return {
    tenant,
    name: program,
    programId,
    currency: currencyValues[currency],
    currencyCode: currency,
    transactionLimit,
    capabilities,
    designs: defaultDesigns.map((status, slot) => {
      if (approvedSlots.includes(slot)) return 'approved';
      return status === 'approved' ? 'pending' : status;
    }),
  };
}

/** Settings of the neighbour that proves isolation: the same platform, another Program. */
export function foreignSettingsOf(profile: Profile): ProgramSettings {
  const own = settingsOf(profile);
  return { ...own, name: `${own.name} (neighbour)`, programId: own.programId + 1 };
}
