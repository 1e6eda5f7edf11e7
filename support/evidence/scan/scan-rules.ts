import { isCardNumber } from '../../card-data/card-number.js';
import { anyGroupsInBytes, groupedBytes } from '../../card-data/card-number-groups.js';
import { memberRules } from '../../trace/mask/mask-rules.js';
import type { SensitiveKind } from '../../trace/mask/sensitive-kind.js';
import { digitRuns } from './digit-runs.js';
import type { SearchedValues } from './searched-values.js';

/** Where a rule found something in a text. */
export interface ScanMatch {
  readonly index: number;
  readonly length: number;
}

/** One rule of the scan. Texts have one character per byte. */
export interface ScanRule {
  readonly id: string;
  /** What must not be there, for the auditor. */
  readonly title: string;
  /** True when the rule needs the secrets of the run, so that `verify` cannot apply it. */
  readonly needsRun: boolean;
  find(text: string, known: SearchedValues): readonly ScanMatch[];
}

const plain = /(?<![0-9A-Za-z])\d{13,19}(?![0-9A-Za-z])/g;

/** Members whose short digit strings are secret, by kind; the masking rules name them. */
const shortKinds: ReadonlySet<SensitiveKind> = new Set<SensitiveKind>(['pan', 'cvv', 'pin', 'otp']);
const members = memberRules
  .filter(({ kind, when }) => shortKinds.has(kind) && when === 'always')
  .flatMap(({ names }) => names)
  .map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '[_-]?'))
  .join('|');
const shortMember = new RegExp(`"(?:${members})"\\s*:\\s*"?(?:\\d{3,12})(?!\\d)`, 'gi');
const code = /"code"\s*:\s*"?\d{6,8}"?(?=\s*[,}\]])/gi;

/** The rules of the card-data scan (PCI DSS requirement 3: what may never be stored). */
export const scanRules: readonly ScanRule[] = [
  {
    id: 'card-number',
    title: '13 to 19 digits, no letter or digit beside them, with issuer prefix and check digit',
    needsRun: false,
    find: (text) => numbersIn(text, plain).filter((match) => standsAlone(text, match) && isNumber(text, match)),
  },
  {
    id: 'card-number-grouped',
    title: 'a card number in groups, with spaces, dashes, dots, slashes or the like between them',
    needsRun: false,
    find: (text) => numbersIn(text, groupedBytes).filter((match) => isNumber(text, match)),
  },
  {
    id: 'known-secret',
    title: 'a card number, key, password, token or link of this run, anywhere',
    needsRun: true,
    find: (text, known) => known.find(text),
  },
  {
    id: 'known-secret-grouped',
    title: 'a card number of this run in groups of any length',
    needsRun: true,
    find: (text, known) =>
      numbersIn(text, anyGroupsInBytes).filter((match) => known.find(digitsOf(text, match)).length > 0),
  },
  {
    id: 'secret-member',
    title: 'digits in a member that holds a card number, security code, PIN or one-time code',
    needsRun: false,
    find: (text) => placesOf(text, shortMember),
  },
  {
    id: 'one-time-code-member',
    title: 'six to eight digits in a member "code" that is not the code of a refusal',
    needsRun: false,
    find: (text) => placesOf(text, code).filter(({ index }) => !isRefusal(text, index)),
  },
];

/** Places of a pattern that matches digits and what parts them alone, and looks at one character before and behind. */
function numbersIn(text: string, pattern: RegExp): ScanMatch[] {
  return digitRuns(text).flatMap(({ index, end }) => {
    const from = Math.max(0, index - 1);
    return placesOf(text.slice(from, end + 1), pattern).map((match) => ({ ...match, index: from + match.index }));
  });
}

function placesOf(text: string, pattern: RegExp): ScanMatch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ index, length }));
}

function digitsOf(text: string, { index, length }: ScanMatch): string {
  return text.slice(index, index + length).replace(/\D/g, '');
}

function isNumber(text: string, match: ScanMatch): boolean {
  return isCardNumber(digitsOf(text, match));
}

/** Letters and digits of any script count as adjacent, as in `findCardNumbers`; here they are several characters long. */
function standsAlone(text: string, { index, length }: ScanMatch): boolean {
  const before = utf8(text.slice(Math.max(0, index - 4), index));
  const after = utf8(text.slice(index + length, index + length + 4));
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A refusal has a member `code` as well, beside `status: "error"`, and that is no secret. */
function isRefusal(text: string, index: number): boolean {
  const [from, to] = [text.lastIndexOf('{', index), text.indexOf('}', index)];
  return from >= 0 && to >= 0 && /"status"\s*:\s*"error"/.test(text.slice(from, to));
}
