import { defineParameterType } from '@cucumber/cucumber';
import { environmentNames } from '../config/hosts.js';
import { fromDecimal } from '../contract/money/decimal-amount.js';
import { cardholderStatus, issuerCardStatus } from '../verdict/checks/status-words.js';

/**
 * The domain's words in the features. A word outside these lists matches no step, so that a misspelt state is an
 * undefined step and never a pass.
 */
const words = (names: readonly string[]): RegExp => new RegExp(names.join('|'));

defineParameterType({ name: 'cardholderStatus', regexp: words(Object.keys(cardholderStatus)), transformer: String });
defineParameterType({ name: 'cardStatus', regexp: words(Object.keys(issuerCardStatus)), transformer: String });
defineParameterType({ name: 'cardKind', regexp: /virtual|physical/, transformer: String });
defineParameterType({ name: 'chain', regexp: /Ethereum|Bitcoin|Solana/, transformer: String });
defineParameterType({ name: 'environment', regexp: words(environmentNames), transformer: String });
defineParameterType({ name: 'slot', regexp: /[0-5]/, transformer: Number });

/** Money in the Program's currency with two decimals, such as 25.00; inside it is minor units. */
defineParameterType({ name: 'money', regexp: /\d+\.\d{2}/, transformer: fromDecimal });
