import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';

/** What the published type of the library does not list of it. */
interface DefinedSteps {
  readonly stepDefinitions: readonly { readonly expression: StepExpression }[];
}

/** The text of a step definition, ready to be held against sentences. */
interface StepExpression {
  readonly regexp: RegExp;
  /** The arguments in a sentence that fits; null for one that does not. */
  match(sentence: string): readonly unknown[] | null;
}

/**
 * Makes a library hold each sentence against each step definition once, and gives it back. Every scenario repeats the steps of
 * others, and a run assembles all of them twice, to plan and to run.
 *
 * Cucumber finds where the arguments stand by parsing the definition's regular expression anew for every sentence; nearly all
 * of them fit only one definition, so the expression alone is asked first.
 */
export function rememberMatches(library: ISupportCodeLibrary): ISupportCodeLibrary {
  for (const { expression } of (library as Partial<DefinedSteps>).stepDefinitions ?? []) {
    const match = expression.match.bind(expression);
    const known = new Map<string, readonly unknown[] | null>();
    expression.match = (sentence) => {
      const before = known.get(sentence);
      if (before !== undefined) return before;
      // Unlike test() it forgets where a global expression stopped.
      const found = sentence.search(expression.regexp) === -1 ? null : match(sentence);
      known.set(sentence, found);
      return found;
    };
  }
  return library;
}
