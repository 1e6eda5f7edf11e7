import { defineParameterType } from '@cucumber/cucumber';
import { fromDecimal } from '../contract/money/decimal-amount.js';
import { domainWords } from './domain-words.js';

/*
 * The domain's words in the features. A word outside these lists matches no step, so that a misspelt state is an
 * undefined step and never a pass. Words that come from a table are in domain-words.ts, for the editor's sake.
 */

defineParameterType({ name: 'cardholderStatus', regexp: domainWords.cardholderStatus, transformer: String });
defineParameterType({ name: 'cardStatus', regexp: domainWords.cardStatus, transformer: String });
defineParameterType({
  name: 'printedNumber',
  regexp: /card number|security code/,
  transformer: (word: string) => (word === 'card number' ? 'cardNumber' : 'cvv'),
});
defineParameterType({ name: 'cardKind', regexp: /virtual|physical/, transformer: String });
defineParameterType({ name: 'chain', regexp: /Ethereum|Bitcoin|Solana/, transformer: String });
defineParameterType({ name: 'environment', regexp: domainWords.environment, transformer: String });
defineParameterType({ name: 'slot', regexp: /[0-5]/, transformer: Number });

defineParameterType({ name: 'errorAnswer', regexp: domainWords.errorAnswer, transformer: String });
defineParameterType({ name: 'addition', regexp: domainWords.addition, transformer: String });
defineParameterType({ name: 'transferEnding', regexp: domainWords.transferEnding, transformer: String });
defineParameterType({ name: 'busyAnswer', regexp: domainWords.busyAnswer, transformer: String });
defineParameterType({ name: 'trouble', regexp: domainWords.trouble, transformer: String });
defineParameterType({ name: 'contractDefect', regexp: domainWords.contractDefect, transformer: String });
defineParameterType({ name: 'badTarget', regexp: domainWords.badTarget, transformer: String });
defineParameterType({
  name: 'times',
  regexp: /once|five times/,
  transformer: (word: string) => (word === 'once' ? 1 : 5),
});

/** Money in the Program's currency with two decimals, such as 25.00; inside it is minor units. */
defineParameterType({ name: 'money', regexp: /\d+\.\d{2}/, transformer: fromDecimal });
