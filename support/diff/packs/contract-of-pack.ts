import { planFiles } from '../../evidence/plan-files.js';
import { bytesOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { withoutOwnLabels } from '../contract/without-own-labels.js';
import { loadVersion, type ContractVersion } from '../contract/load-version.js';

/** Where a message or a diff says the contract of a pack lies. */
function contractPlace(pack: OpenPack): string {
  return `${pack.place}/${planFiles.contract}`;
}

/** The contract that a pack was judged by, ready to be compared. Problems are coded errors (CON-1xx), exit 78. */
export async function contractOfPack(pack: OpenPack): Promise<ContractVersion> {
  const file = contractPlace(pack);
  return loadVersion(file, async () => withoutOwnLabels((await bytesOf(pack, planFiles.contract)).toString('utf8')));
}
