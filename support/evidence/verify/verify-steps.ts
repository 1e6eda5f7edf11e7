import type { KeyObject } from 'node:crypto';
import { cardDataScanOf, scanFile, type ScannedFile } from '../scan/card-data-scan.js';
import { searchedValues } from '../scan/searched-values.js';
import { digestDifferences, fileSetDifferences } from './check-files.js';
import { plainJsonDifferences } from './check-plain-json.js';
import { profileDifferences } from './check-profile.js';
import { shapeDifferences, shapedStreams } from './check-shapes.js';
import { redactionDifferences } from './check-redactions.js';
import { scanDifferences } from './check-scan.js';
import { SearchedKinds } from './searched-kinds.js';
import { journalDifferences } from './check-journal.js';
import { planFindings, type OwnPlan } from './check-plan.js';
import { otherBuild, type OwnBuild } from './other-build.js';
import { derivedStatementDifferences } from './check-derived-statement.js';
import { recomputationDifferences } from './check-recomputation.js';
import { checkSignature } from './check-signature.js';
import { recordedStreams } from '../recorded-streams.js';
import type { DecidedRun } from '../decided-run.js';
import type { OpenPack } from './open-pack.js';
import type { Recomputation, Recomputed } from './recomputation.js';
import { readManifest } from './read-manifest.js';
import type { Difference } from './verification.js';

/** One step: its title, and the work that says what stands against it and what to note. */
export interface StepDefinition {
  readonly id: string;
  readonly title: string;
  readonly check: (pack: OpenPack, subject: VerifySubject) => Promise<StepFindings>;
}

/** Makes every view of a run again and says where the pack holds something else. */
export type ViewsAgain = (pack: OpenPack, run: DecidedRun) => Promise<readonly Difference[]>;

/** What steps share. */
export interface VerifySubject {
  readonly key: KeyObject | null;
  /** Derives the run again, once for all steps. */
  readonly recomputed: () => Promise<Recomputed>;
  /** The build that verifies. */
  readonly build: OwnBuild;
  readonly ownPlan: OwnPlan;
  readonly views: ViewsAgain;
}

/** What a step found. */
export interface StepFindings {
  /** What speaks against the pack; nothing in a sound one. */
  readonly against: readonly Difference[];
  /** What a reader should know, and what does not speak against it. */
  readonly notes?: readonly Difference[];
}

/** Every step of a verification, in order. All run, whatever the others said. */
export const verifySteps: readonly StepDefinition[] = [
  {
    id: 'files',
    title: 'no file is missing, none was added, and each is a regular file',
    check: async (pack) => {
      const { manifest, against } = await readManifest(pack);
      return { against: [...against, ...fileSetDifferences(pack, manifest)] };
    },
  },
  {
    id: 'digests',
    title: 'every file has the content that the manifest lists',
    check: async (pack) => ({ against: await digestDifferences(pack, (await readManifest(pack)).manifest) }),
  },
  {
    id: 'signature',
    title: 'the signature belongs to this manifest and this decision',
    check: async (pack, { key }) => {
      const { against, keyId } = await checkSignature(pack, key);
      const problem = `signature consistent, signer not authenticated (key ${keyId ?? 'unknown'}); give --key to know who signed`;
      return { against, notes: key === null ? [{ where: 'the signer', problem }] : [] };
    },
  },
  {
    id: 'shapes',
    title: 'every record has the form of its schema',
    check: async (pack) => ({
      against: [
        ...(await shapeDifferences(pack)),
        ...(await plainJsonDifferences(pack, shapedStreams)),
        ...(await profileDifferences(pack)),
      ],
    }),
  },
  {
    id: 'journal',
    title:
      'the journal is a whole chain, and every recorded line and the plan are where it says, every call when it says',
    check: async (pack) => ({ against: await journalDifferences(pack) }),
  },
  {
    id: 'plan',
    title:
      'rows, scenarios, tables and features of the plan, and the harness, are those of the build that made the pack',
    check: (pack, { ownPlan, build }) => planFindings(pack, ownPlan, build),
  },
  {
    id: 'card-data',
    title: 'no card data in any file or file name, and the pack was scanned as it says',
    check: async (pack, { build }) => {
      const known = searchedValues([]);
      const scanned: ScannedFile[] = [];
      for (const file of pack.files) scanned.push(await scanFile(file, { known }));
      const { hits } = cardDataScanOf(scanned, known);
      const place = (offset: number | null) => (offset === null ? 'in its name' : `at byte ${offset}`);
      const found = hits.map(({ file, rule, offset }) => ({ where: file, problem: `${rule} ${place(offset)}` }));
      return { against: [...found, ...(await scanDifferences(pack, scanned, build))] };
    },
  },
  {
    id: 'redactions',
    title:
      'every masked value has its line in the redaction ledger, and every line its value, which the scan looked for',
    check: async (pack, { build }) => {
      const { exchanges, redactions } = recordedStreams(pack);
      const kinds = new SearchedKinds();
      const against = await redactionDifferences(exchanges(), kinds.through(redactions()));
      return { against: [...against, ...(await kinds.differences(pack, build))] };
    },
  },
  {
    id: 'verdicts',
    title: 'every check, verdict, row and the decision follow from the recorded exchanges',
    check: async (pack, { recomputed, build }) => {
      const again = await recomputed();
      const { decided } = again;
      // Evidence that cannot be read back is named already, and nothing follows from it.
      const said =
        decided === null
          ? []
          : [
              ...(await recomputationDifferences(pack, again, build)),
              ...(await derivedStatementDifferences(pack, decided)),
            ];
      const against = [...again.against, ...said];
      return { against, notes: [...countsOf(again), ...again.notes] };
    },
  },
  {
    id: 'views',
    title: 'every report and list is, byte for byte, what the evidence gives',
    check: async (pack, { recomputed, build, views }) => {
      const { decided } = await recomputed();
      const nothing = { where: 'the views', problem: 'they cannot be made again, because the evidence cannot be read' };
      const against = decided === null ? [nothing] : await views(pack, decided);
      return { against: against.length === 0 ? [] : [...(await otherBuild(pack, build)), ...against] };
    },
  },
];

function countsOf({ scenarios, checks, exchanges, onLedger }: Recomputation): Difference[] {
  const ledger = onLedger === 0 ? 'none rests' : `${onLedger} rest`;
  return [
    { where: 'results', problem: `${scenarios} scenarios and ${checks} checks evaluated again` },
    {
      where: 'exchanges',
      problem: `${exchanges} judged again with the contract of the pack; of their findings ${ledger} on the ledger alone`,
    },
  ];
}
