import { accessFaults } from './access-faults.js';
import { bookingFaults } from './booking-faults.js';
import { cardDataFaults } from './card-data-faults.js';
import { cardFaults } from './card-faults.js';
import { codeFaults } from './code-faults.js';
import { dataSetFaults } from './data-set-faults.js';
import { depositFaults } from './deposit-faults.js';
import { editFaults } from './edit-faults.js';
import { envelopeFaults } from './envelope-faults.js';
import type { Faults } from './fault.js';
import { identityFaults } from './identity-faults.js';
import { incompleteFaults } from './incomplete-faults.js';
import { issuanceFaults } from './issuance-faults.js';
import { keptFaults } from './kept-faults.js';
import { knownObjectFaults } from './known-object-faults.js';
import { limitFaults } from './limit-faults.js';
import { listFaults } from './list-faults.js';
import { ownershipFaults } from './ownership-faults.js';
import { reviewFaults } from './review-faults.js';
import { timeFaults } from './time-faults.js';
import { walletFaults } from './wallet-faults.js';

/** Every seeded fault by its permanent id. */
export const faults: Faults = {
  ...reviewFaults,
  ...editFaults,
  ...issuanceFaults,
  ...cardFaults,
  ...limitFaults,
  ...bookingFaults,
  ...walletFaults,
  ...depositFaults,
  ...dataSetFaults,
  ...codeFaults,
  ...listFaults,
  ...accessFaults,
  ...cardDataFaults,
  ...envelopeFaults,
  ...identityFaults,
  ...ownershipFaults,
  ...timeFaults,
  ...knownObjectFaults,
  ...keptFaults,
  ...incompleteFaults,
};
