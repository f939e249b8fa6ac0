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
  },
  {
    name: "a failure that no operation declares breaks no law",
    file: "src/testing/laws/operations.ts",
    find: ".filter((tag) => !awaiting.includes(tag))",
    replace: ".filter(() => false)",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a failure that was declared stays in the list of those that await their operations",
    file: "src/testing/laws/operations.ts",
    find: ".filter((tag) => !missing.includes(tag))",
    replace: ".filter(() => false)",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a send is not repeated after Braze's own server fault",
    file: "src/vendors/braze/operations/sends.ts",
    find: "harmless: [ServerFault],",
    replace: "",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "what the page promises of sends is taken to hold for every operation",
    file: "src/contract/operation/harmless.ts",
    find: "harmless?.includes(classOf(failure)) === true",
    replace: "true",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "a gateway's page inherits Braze's promise",
    file: "src/vendors/braze/failures/general.ts",
    find: `signature: [
    { status: "5xx", text: notJson },
    { status: "5xx", body: not(own, { message: undefined, error: "no healthy upstream" }) }
  ],`,
    replace: `signature: { status: 599, text: notJson },`,
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "a status without its body shows a failure that a missing body would show",
    file: "src/contract/read.ts",
    find: "bodyUnknown ? known.filter(showsByStatus) : known",
    replace: "known",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  }
]
