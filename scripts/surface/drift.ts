/** What files are not as they would be derived now: a description has changed, or a hand has changed a file. */
import type { File } from "../../src/generate/emit/target.ts"

/** Files that would be written, and paths of files that would not be there. */
export interface Drift {
  readonly changed: ReadonlyArray<File>
  readonly gone: ReadonlyArray<string>
}

/** Compares what is derived with the texts that are kept, by path. */
export const driftOf = (derived: ReadonlyArray<File>, kept: ReadonlyMap<string, string>): Drift => {
  const paths = new Set(derived.map(({ path }) => path))
  return {
    changed: derived.filter(({ path, text }) => kept.get(path) !== text),
    gone: [...kept.keys()].filter((path) => !paths.has(path))
  }
}
