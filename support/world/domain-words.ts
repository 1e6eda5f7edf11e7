import { badTargets } from '../fail-closed/bad-target.js';
import { contractDefects } from '../fail-closed/contract-defects.js';
import { troubles } from '../fail-closed/troubles.js';
import { environmentNames } from '../config/hosts.js';
import { cardholderStatus, issuerCardStatus } from '../verdict/checks/status-words.js';
import { additions } from './replay/additions.js';
import { busyAnswers } from './replay/busy-answers.js';
import { errorAnswers } from './replay/error-answers.js';
import { transferEndings } from './replay/transfers.js';

const words = (names: readonly string[]): RegExp => new RegExp(names.join('|'));
/** For words that begin with one another. */
const longestFirst = (names: readonly string[]): RegExp => words(names.toSorted((a, b) => b.length - a.length));

/**
 * The words of the features that come from our own tables, by parameter type. Editors read no code, so
 * `.vscode/settings.json` lists them as well; a test holds the two equal.
 */
export const domainWords = {
  cardholderStatus: words(Object.keys(cardholderStatus)),
  cardStatus: words(Object.keys(issuerCardStatus)),
  environment: words(environmentNames),
  errorAnswer: words(Object.keys(errorAnswers)),
  addition: longestFirst(Object.keys(additions)),
  transferEnding: words(transferEndings),
  busyAnswer: words(Object.keys(busyAnswers)),
  trouble: words(Object.keys(troubles)),
  contractDefect: words(Object.keys(contractDefects)),
  badTarget: words(Object.keys(badTargets)),
} as const;
