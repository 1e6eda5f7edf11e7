import type { OriginReport } from '../origin/origin-report.js';
import { signersWord, toConfirm } from '../origin/to-confirm.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { otherBuild, type OwnBuild } from './other-build.js';

const notCompared =
  'Rows, checks and scenarios of the plan were not compared, because the pack names another build: verify it with that build. ' +
  'A pack can name any build, so --require certifiable does not take it before.';

/** What no check of a sound pack can show, and what the platform's own log shows instead, as sentences. */
export async function beyondPack(pack: OpenPack, build: OwnBuild): Promise<readonly string[]> {
  const uncompared = (await otherBuild(pack, build)).length === 0 ? [] : [notCompared];
  if (pack.file('exchanges/origin.json') === null) return [...uncompared, signersWord];
  // A view of the pack, so another step has made it again and found it equal.
  const origin = (await jsonOf(pack, 'exchanges/origin.json')) as OriginReport;
  const confirm = toConfirm(origin);
  return [
    ...uncompared,
    signersWord,
    ...(confirm.length === 0
      ? ['The target is none of the platform, so nothing here says anything about it.']
      : ["Before relying on it, have the platform confirm from its own log (START-HERE, 'Where the traffic went'):"]),
    ...confirm,
  ];
}
