import type { ErrorCode } from 'yaml';

/** What is wrong with a YAML text, by the parser's code: half a sentence that goes on with the place. */
export const yamlProblems: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias has a tag or an anchor',
  BAD_ALIAS: 'an alias or anchor has no usable name, leads nowhere, or is used too often',
  BAD_COLLECTION_TYPE: 'a tag does not fit what it stands before',
  BAD_DIRECTIVE: 'a directive cannot be read',
  BAD_DQ_ESCAPE: 'an unknown escape in a quoted text',
  BAD_INDENT: 'the indentation does not fit',
  BAD_PROP_ORDER: 'a tag or an anchor in the wrong place',
  BAD_SCALAR_START: 'a value begins with a reserved character',
  BLOCK_AS_IMPLICIT_KEY: 'a second member in one line (quote a text that holds a colon)',
  BLOCK_IN_FLOW: 'a block within brackets or braces',
  DUPLICATE_KEY: 'a member that is there already',
  IMPOSSIBLE: 'something that cannot be read',
  KEY_OVER_1024_CHARS: 'the name of a member is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket, brace, comma, colon or space is missing',
  MULTILINE_IMPLICIT_KEY: 'the name of a member goes over several lines',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_DOCS: 'a second document begins',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'the name of a member is no text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab is used as indentation',
  TAG_RESOLVE_FAILED: 'a tag that is not known',
  UNEXPECTED_TOKEN: 'something that YAML does not expect',
};

/** A bracket or brace without its end, which the parser calls {@link yamlProblems.BAD_INDENT}. */
export const notClosed = 'a bracket or brace is opened and not closed, or closed too far left,';
