import type { LifecycleName } from '../../../lifecycle/lifecycle.js';

/** What each lifecycle is about, with its article. */
export const lifecycleWords: Readonly<Record<LifecycleName, string>> = {
  cardholder: 'a cardholder',
  card: 'a card',
  deposit: 'a deposit',
  otp: 'a one-time code',
  transfer: 'a transfer',
};
