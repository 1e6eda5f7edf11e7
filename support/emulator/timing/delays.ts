import type { Rate } from '../http/rate-limiter.js';

/**
 * Emulated seconds per second, unless a flag says otherwise: fast enough for a whole matrix in seconds, slow enough that
 * polling every 50 ms sees each stage of a deposit.
 */
export const defaultTimeScale = 2000;

/**
 * Emulated seconds per second of the embedded emulator. Its time runs ahead while the harness waits, so its pace in between
 * need not be fast; it must be slow enough that no stage passes while a busy machine holds the harness up.
 */
export const embeddedTimeScale = 16;

/**
 * How long things take, in emulated seconds unless a name says otherwise. The real platform's figures are unknown
 * (U-08) or days long; these are compressed so that a whole matrix runs in seconds at the default time scale.
 */
export const delays = {
  /** Cardholder status 0 in passing. Source: docs/cardholders-and-compliance. */
  transitionalStatus: 8,
  /** Ten confirmations of a digital-asset deposit. Source: docs/funding-and-deposits. */
  tenConfirmations: 120,
  /** From ten confirmations to finality and off-ramp. */
  finalityAndOffRamp: 360,
  /** Until a bank transfer is detected. */
  bankDetection: 40,
  /** From detection to clearing; about five business days on the real rail. */
  bankClearing: 360,
  /** From an authorisation to its clearing. */
  spendClearing: 120,
  /** Until a pending wallet transfer completes. */
  pendingTransfer: 120,
  /** From a 3-DS challenge to its code. */
  otpArrival: 60,
  /** Life of a 3-DS code. */
  otpLife: 900,
  /** A blockchain trace notification lapses. Source: reference/post_cards-cardid-deposit. */
  blockchainTrace: 86_400,
} as const;

/** Rate limit per API key, in real time. Generous: only a deliberate burst meets it (U-07). */
export const rateLimit: Rate = {
  burst: 1200,
  perSecond: 600,
};
