/**
 * The body of a forced result for a cardholder that no Program has: the largest id a 32-bit number holds. Production's
 * guard test (TM-73) and the probe of an unknown staging host send it. Source: docs/sandbox-going-live.
 */
export const impossibleResult = { cardholderId: 2_147_483_647, result: 'pass' } as const;
