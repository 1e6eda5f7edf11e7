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
  readonly treeRegexp?: StepPattern;
}

/** Finds where the groups of an expression stand in a sentence. */
interface StepPattern {
  readonly groupBuilder: { build(found: RegExpExecArray, nextGroup: () => number): unknown };
  match(sentence: string): unknown;
}

/**
 * Makes a library hold each sentence against each step definition once, and gives it back. Every scenario repeats the steps of
 * others, and a run assembles all of them twice, to plan and to run. Nearly all sentences fit one definition only, so its
 * expression alone is asked first.
 */
export function rememberMatches(library: ISupportCodeLibrary): ISupportCodeLibrary {
  for (const { expression } of (library as Partial<DefinedSteps>).stepDefinitions ?? []) {
    if (expression.treeRegexp !== undefined) measureNatively(expression.treeRegexp, expression.regexp);
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

/** Cucumber's pattern parses and rewrites its expression to learn where groups stand; every Node we run on tells (flag d). */
function measureNatively(pattern: StepPattern, { source, flags }: RegExp): void {
  const measuring = new RegExp(source, `${flags.replaceAll(/[dgy]/g, '')}d`);
  pattern.match = (sentence) => {
    const found = measuring.exec(sentence);
    let group = 0;
    return found === null ? null : pattern.groupBuilder.build(found, () => group++);
  };
}
