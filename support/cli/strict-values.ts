import { InvalidArgumentError, type Command } from 'commander';
import { collect } from './parse-flag.js';

type Parse = (value: string, previous: unknown) => unknown;

/**
 * Makes a command refuse, for each of its options and arguments, a value that is empty, as a variable without a value leaves it:
 * as a path it would mean the current folder. An option that {@link collect} does not gather is refused when it is given twice: its
 * first value would count for nothing.
 */
export function strictValues(command: Command): Command {
  for (const option of command.options) {
    if (!option.required && !option.optional) continue;
    const parse = option.parseArg as Parse | undefined;
    option.argParser(parse === collect ? notEmpty(parse) : once(notEmpty(parse ?? asTyped)));
  }
  for (const argument of command.registeredArguments) {
    const parse = argument.parseArg as Parse | undefined;
    argument.argParser(notEmpty(parse ?? (argument.variadic ? (collect as Parse) : asTyped)));
  }
  return command;
}

const asTyped: Parse = (value) => value;

function notEmpty(parse: Parse): Parse {
  return (value, previous) => {
    if (value.trim() === '') throw new InvalidArgumentError('expected a value, received an empty text');
    return parse(value, previous);
  };
}

function once(parse: Parse): Parse {
  let isGiven = false;
  return (value, previous) => {
    if (isGiven) throw new InvalidArgumentError('it is given twice, and one of the values would count for nothing');
    isGiven = true;
    return parse(value, previous);
  };
}
