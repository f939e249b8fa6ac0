/** A mutation: one change of one place in the source, which at least one test must notice. */

/** What is changed, and which tests must notice. */
export interface Mutation {
  /** What would be wrong then, in words. */
  readonly name: string
  /** The file that is changed. */
  readonly file: string
  /** What is replaced; it stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** The test files of which one must fail. */
  readonly tests: ReadonlyArray<string>
}

/** How often a text stands in another. */
export const timesIn = (text: string, found: string): number => text.split(found).length - 1

/** The text with the mutation, or why it cannot be made. */
export const mutated = (
  text: string,
  { file, find, replace }: Mutation
): { readonly text: string } | { readonly problem: string } => {
  const times = timesIn(text, find)
  return times === 1
    ? { text: text.replace(find, () => replace) }
    : { problem: `its text stands ${times} times in ${file}, and must stand there once: ${find}` }
}
