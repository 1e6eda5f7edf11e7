import type { Call } from '../http/call.js';
import { issuePhysicalCard } from '../cards/issue-card.js';
import { Refusal } from '../http/refusal.js';
import type { DesignStatus, Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import { behaving, mishearing, reshaping, spoiling, together, withholding } from './plant-answers.js';
import { leadingTo, lettingThrough, mistaking, overlooking } from './plant-decisions.js';

const issuing = ['issueVirtualCard', 'issuePhysicalCard'] as const;

/** Faults of issuing cards and of the design slots. */
export const issuanceFaults: Faults = {
  'lifecycle/issued-to-draft': mistaking('issueVirtualCard', 'cardholders', 'draft', 'approved'),
  'lifecycle/issued-under-review': mistaking('issueVirtualCard', 'cardholders', 'under-review', 'approved'),
  'lifecycle/issued-to-declined': mistaking('issueVirtualCard', 'cardholders', 'compliance-decline', 'approved'),
  'lifecycle/physical-issued-to-draft': mistaking('issuePhysicalCard', 'cardholders', 'draft', 'approved'),
  'lifecycle/physical-issued-under-review': mistaking('issuePhysicalCard', 'cardholders', 'under-review', 'approved'),
  'lifecycle/physical-issued-to-declined': mistaking(
    'issuePhysicalCard',
    'cardholders',
    'compliance-decline',
    'approved',
  ),
  'lifecycle/approved-gets-no-card': mistaking([...issuing], 'cardholders', 'approved', 'draft'),
  'lifecycle/refused-issuance-leaves-card': refusedAndIssued(),
  'lifecycle/long-name-on-card-accepted': overlooking('issueVirtualCard', 'nameOnCard'),
  'lifecycle/long-name-on-physical-card-accepted': overlooking('issuePhysicalCard', 'nameOnCard'),
  'designs/seventh-slot-accepted': together(
    lettingThrough('issuePhysicalCard'),
    mishearing('issuePhysicalCard', (call) =>
      call.body['cardType'] === 6 ? { ...call, body: { ...call.body, cardType: 0 } } : call,
    ),
  ),
  'lifecycle/card-unnumbered': withholding([...issuing], 'cardId'),
  'lifecycle/virtual-starts-on-hold': leadingTo('card', 'issueVirtualCard', 'on-hold'),
  'lifecycle/physical-starts-active': leadingTo('card', 'issuePhysicalCard', 'active'),
  'designs/pending-slot-accepted': acceptingSlots('pending'),
  'designs/rejected-slot-accepted': acceptingSlots('rejected'),
  'designs/refused-slot-leaves-card': spoiling('issuePhysicalCard', (call, program) => {
    issuePhysicalCard({ ...call, body: { ...call.body, cardType: 0 } }, program);
  }),
  'designs/slot-failure-blocks-virtual': slotFailureBlocksVirtual(),
  'designs/omitted-slot-takes-another': mishearing('issuePhysicalCard', (call) =>
    call.body['cardType'] === undefined ? { ...call, body: { ...call.body, cardType: 3 } } : call,
  ),
  'deposits/no-address-at-issuance': reshaping([...issuing], (members) => ({ ...members, cryptoAddresses: [] })),
};

/** Physical cards are issued on slots whose design has this status. */
function acceptingSlots(status: DesignStatus): Fault {
  return behaving('issuePhysicalCard', (call, program, sound) => {
    const designs = program.settings.designs.map((design) => (design === status ? 'approved' : design));
    return sound(call, { ...program, settings: { ...program.settings, designs } });
  });
}

/** A refused issuance leaves a card behind that nobody was told of. */
function refusedAndIssued(): Fault {
  return (sound) => {
    const leave = mistaking('issueVirtualCard', 'cardholders', 'draft', 'approved')(sound).handlers['issueVirtualCard'];
    if (leave === undefined) throw new Error('the emulator issues no virtual card');
    return spoiling('issueVirtualCard', (call, program) => {
      if (isDraft(call, program)) leave(call, program);
    })(sound);
  };
}

/** Once a design slot was refused, the cardholder gets no virtual card either. */
function slotFailureBlocksVirtual(): Fault {
  return (sound) => {
    const blocked = new Set<string>();
    const noticing = spoiling('issuePhysicalCard', ({ pathId }) => void blocked.add(pathId))(sound);
    return behaving('issueVirtualCard', (call, program, issue) => {
      if (blocked.has(call.pathId))
        throw new Refusal('refused_by_state', { operation: call.operationId, reason: 'a design was refused' });
      return issue(call, program);
    })(noticing);
  };
}

function isDraft({ pathId }: Call, program: Program): boolean {
  return program.store.cardholders.get(Number(pathId))?.state === 'draft';
}
