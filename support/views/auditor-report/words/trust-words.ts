import type { TrustAnchor } from '../../../trace/connection.js';

/** Whose word a server's certificate was trusted on. */
export const trustWords: Readonly<Record<TrustAnchor, string>> = {
  'public-root': 'a public authority vouches for it',
  configured: 'the authority named by AXYS_CA_PATH vouches for it',
  'own-authority': 'an authority that the harness made vouches for it',
  machine: 'an authority of the machine that ran the harness vouches for it',
};
