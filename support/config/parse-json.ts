import { createRequire } from 'node:module';
import type * as jsonc from 'jsonc-parser';

const require = createRequire(import.meta.url);

type JsonProblem = ReturnType<typeof jsonc.printParseErrorCode>;

/** What is wrong with a JSON text, by the parser's word: half a sentence that goes on with the place. */
const jsonProblems: Readonly<Record<Exclude<JsonProblem, '<unknown ParseErrorCode>'>, string>> = {
  CloseBraceExpected: 'a comma or "}" is expected',
  CloseBracketExpected: 'a comma or "]" is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  EndOfFileExpected: 'text after the end',
  InvalidCharacter: 'a character that must be escaped',
  InvalidCommentToken: 'a comment, which JSON has not',
  InvalidEscapeCharacter: 'an unknown escape in a text',
  InvalidNumberFormat: 'a number that cannot be read',
  InvalidSymbol: 'a word that JSON does not know (texts and names stand in double quotes)',
  InvalidUnicode: 'an unknown escape in a text',
  PropertyNameExpected: 'the name of a member is expected (no comma before "}")',
  UnexpectedEndOfComment: 'a comment that is never closed',
  UnexpectedEndOfNumber: 'a number that cannot be read',
  UnexpectedEndOfString: 'a text that is never closed',
  ValueExpected: 'a value is expected (no comma before "]" or "}")',
};

/**
 * Parses one JSON text; a member that is there twice is an error. Throws an error that says what is wrong and where, and
 * quotes nothing of the text, which may be a file of secrets that was named by mistake.
 */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw new Error('it is empty');
  const problem = firstProblem(text);
  if (problem !== null) throw new Error(`its content is not JSON: ${problem}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Its own sentence quotes the text.
    throw new Error('its content is not JSON', { cause });
  }
}

function firstProblem(text: string): string | null {
  // Loaded only when there is something to parse.
  const { printParseErrorCode, visit } = require('jsonc-parser') as typeof jsonc;
  let found: string | null = null;
  const open: Set<string>[] = [];
  const tell = (what: string, line: number, column: number) => {
    found ??= `${what} at line ${line + 1}, column ${column + 1}`;
  };
  const options = { disallowComments: true, allowTrailingComma: false };
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, _offset, _length, line, column) => {
        const names = open.at(-1);
        if (names?.has(name) === true) tell('a member that is there already', line, column);
        names?.add(name);
      },
      onError: (error, _offset, _length, line, column) => {
        const word = printParseErrorCode(error);
        tell(
          word === '<unknown ParseErrorCode>' ? 'something that JSON does not expect' : jsonProblems[word],
          line,
          column,
        );
      },
    },
    options,
  );
  return found;
}
