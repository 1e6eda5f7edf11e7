import { replaceLabels } from '../../trace/mask/label.js';

/**
 * The text of a frozen contract without what tells its run: sample data is masked, and every run gives its labels letters of
 * its own, which are no change of the contract.
 */
export function withoutOwnLabels(text: string): string {
  return replaceLabels(text, (label) => `[${label.slice(1, -1).split(':').slice(0, 2).join(':')}]`);
}
