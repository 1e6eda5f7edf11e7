import { defineParameterType } from '@cucumber/cucumber';
import { environmentNames } from '../config/hosts.js';
import { fromDecimal } from '../contract/money/decimal-amount.js';
import { cardholderStatus, issuerCardStatus } from '../verdict/checks/status-words.js';
import { additions } from './replay/additions.js';
import { busyAnswers } from './replay/busy-answers.js';
import { errorAnswers } from './replay/error-answers.js';
import { transferEndings } from './replay/transfers.js';

/**
 * The domain's words in the features. A word outside these lists matches no step, so that a misspelt state is an
 * undefined step and never a pass.
 */
const words = (names: readonly string[]): RegExp => new RegExp(names.join('|'));
/** For words that begin with one another. */
const longestFirst = (names: readonly string[]): RegExp => words(names.toSorted((a, b) => b.length - a.length));

defineParameterType({ name: 'cardholderStatus', regexp: words(Object.keys(cardholderStatus)), transformer: String });
defineParameterType({ name: 'cardStatus', regexp: words(Object.keys(issuerCardStatus)), transformer: String });
defineParameterType({ name: 'cardKind', regexp: /virtual|physical/, transformer: String });
defineParameterType({ name: 'chain', regexp: /Ethereum|Bitcoin|Solana/, transformer: String });
defineParameterType({ name: 'environment', regexp: words(environmentNames), transformer: String });
defineParameterType({ name: 'slot', regexp: /[0-5]/, transformer: Number });

defineParameterType({ name: 'errorAnswer', regexp: words(Object.keys(errorAnswers)), transformer: String });
defineParameterType({ name: 'addition', regexp: longestFirst(Object.keys(additions)), transformer: String });
defineParameterType({ name: 'transferEnding', regexp: words(transferEndings), transformer: String });
defineParameterType({ name: 'busyAnswer', regexp: words(Object.keys(busyAnswers)), transformer: String });
defineParameterType({
  name: 'times',
  regexp: /once|five times/,
  transformer: (word: string) => (word === 'once' ? 1 : 5),
});

/** Money in the Program's currency with two decimals, such as 25.00; inside it is minor units. */
defineParameterType({ name: 'money', regexp: /\d+\.\d{2}/, transformer: fromDecimal });
