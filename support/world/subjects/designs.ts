import type { ScenarioScope } from '../scenario-scope.js';
import { notApplicable } from '../stop-scenario.js';

/** What the profile says about the Program's design slots and its limit. Source: docs/card-programs-and-designs. */
export class Designs {
  constructor(private readonly scope: ScenarioScope) {}

  /** The Program's ceiling per transaction, minor units. */
  get ceiling(): number {
    return this.scope.run.target.profile.transactionLimit;
  }

  /** Half of that ceiling: a limit that every Program allows. */
  get halfCeiling(): number {
    return Math.floor(this.ceiling / 2);
  }

  /** Ends the scenario as not applicable where the profile calls the slot approved. */
  requireUnapproved(slot: number): void {
    const { approvedSlots } = this.scope.run.target.profile;
    if (approvedSlots.includes(slot)) throw notApplicable(`the profile calls design slot ${String(slot)} approved`);
  }

  /** The slot the profile names as not approved. */
  unapprovedSlot(): number {
    const { unapprovedSlot } = this.scope.run.target.profile;
    if (unapprovedSlot === null) throw notApplicable('the profile names no design slot that is not approved');
    return unapprovedSlot;
  }
}
