/** Mutations of how a doubt is settled: proved, or left open. */
import type { Mutation } from "./mutation.ts"

const tests = ["test/policy/retry/settled.test.ts"]

export const settles: ReadonlyArray<Mutation> = [
  {
    name: "a similar object proves that a call was carried out",
    file: "src/policy/retry/settle.ts",
    find: "        return holds(sent, written(first))\n",
    replace: "        return holds(wanted, wanted)\n",
    tests
  },
  {
    name: "an update counts as carried out though another changed the object",
    file: "src/policy/retry/settle.ts",
    find: "return holds(without(sent, version), written(object))",
    replace: "return holds(before, before)",
    tests
  },
  {
    name: "of two objects with one code the first is taken",
    file: "src/policy/retry/settle.ts",
    find: "if (named.length > 1)",
    replace: "if (named.length > 9)",
    tests
  },
  {
    name: "what is not found once is repeated",
    file: "src/policy/retry/settled.ts",
    find: `verdict._tag === "Done" || verdict._tag === "NeverApplies"`,
    replace: `verdict._tag !== "Open"`,
    tests
  },
  {
    name: "a refused repeat is told as a failure though the first was carried out",
    file: "src/policy/retry/settled.ts",
    find: "refused(input, failure, repeat)\n",
    replace: "Effect.fail(repeat)\n",
    tests
  }
]
