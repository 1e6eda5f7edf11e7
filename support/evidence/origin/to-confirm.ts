import { countsInWords } from '../../contract/object-kinds.js';
import type { OriginReport } from './origin-report.js';

/** What a pack is, whoever made it and whatever it says. */
export const signersWord =
  'Calls, answers, certificates and times are the word of whoever ran the harness and holds the signing key. ' +
  'Who makes them up consistently, and derives and signs everything anew, passes every check of the pack.';

/**
 * What the people of the platform can confirm from their own log, as sentences; empty for a target that is no platform. Ids, times and
 * counts are easily right in a record whose answers were improved, so answers have to be compared as well.
 */
export function toConfirm({
  claimed,
  hosts,
  clientCertificates,
  calls,
  answered,
  issuedIds,
}: Pick<
  OriginReport,
  'claimed' | 'hosts' | 'clientCertificates' | 'calls' | 'answered' | 'issuedIds'
>): readonly string[] {
  if (claimed !== 'real') return [];
  const times = hosts.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]).sort();
  const shown = new Set(
    clientCertificates.flatMap(({ certificate }) =>
      certificate === null ? [] : [`${certificate.subject} (SHA-256 ${certificate.sha256})`],
    ),
  );
  return [
    `The caller: ${shown.size === 0 ? 'no client certificate was shown' : `the client certificate ${[...shown].join('; ')} was issued to this Program`}.`,
    `The calls: ${calls} of them, ${answered} answered, on connections opened from ${times[0] ?? 'no time'} to ${times.at(-1) ?? 'no time'}.`,
    ...(issuedIds.length === 0
      ? []
      : [
          `The objects: ${issuedIds.map(({ kind, count, first, last }) => `${countsInWords({ [kind]: count })} (${first} to ${last})`).join(', ')} were created then by this Program (leftovers.json has each of them with its time).`,
        ]),
    'The answers: for some rows that the reader picks, and that nobody could foresee, the log has the same answers as the calls that prove the row.',
  ];
}
