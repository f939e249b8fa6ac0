/** Mutations of Braze's facts, and of the laws that hold them. */
import type { Mutation } from "./mutation.ts"

export const braze: ReadonlyArray<Mutation> = [
  {
    name: "a note on a success may be a fragment without a full stop",
    file: "src/testing/laws/operations.ts",
    find: `!/^\\S.*\\.$/.test(note) || `,
    replace: "",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a note on a success needs no source",
    file: "src/testing/laws/operations.ts",
    find: `notes.length === 0 || see.trim() !== ""`,
    replace: "true",
    tests: ["test/testing/laws.test.ts"]
  }
]
