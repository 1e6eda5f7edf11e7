import type { Profile } from './profile.js';

/** The profile the emulator serves when none is given; ids of seeded objects are filled in at start. */
export function builtInProfile(): Profile {
  return {
    program: 'Emulated Program',
    programId: 42,
    currency: 'USD',
    transactionLimit: 1_000_000,
    capabilities: {
      physicalCards: true,
      bankRail: true,
      cryptoRail: true,
      wallets: true,
      threeDSecure: true,
      sumsub: false,
    },
    approvedSlots: [0, 3],
    unapprovedSlot: 1,
    fundedWalletId: null,
    foreignCardholderId: null,
    webhookUrl: 'http://127.0.0.1:0/otp',
    webhookListen: null,
    timing: { kycSeconds: 2, depositSeconds: 20, otpSeconds: 20, pollInitialMs: 10, pollMaxMs: 50 },
    attestations: [],
    waivers: [],
  };
}
