/** Mutations of what m3ter, Xtremepush, Metrix and IXON are read to say. */
import type { Mutation } from "./mutation.ts"

export const vendors: ReadonlyArray<Mutation> = [
  {
    name: "m3ter: a 401 does not renew the token",
    file: "src/vendors/m3ter/failures.ts",
    find: "{ status: 401 }",
    replace: "{ status: 498 }",
    tests: ["test/faults/m3ter-credentials.test.ts"]
  },
  {
    name: "m3ter: an expired token is known by one word only",
    file: "src/vendors/m3ter/failures.ts",
    find: `(said.includes("token") && (said.includes("expire") || said.includes("invalid")))`,
    replace: "false",
    tests: ["test/faults/m3ter-credentials.test.ts"]
  },
  {
    name: "m3ter: the life of a token may not be a text",
    file: "src/vendors/m3ter/operations/token.ts",
    find: `typeof stated === "string" && stated.trim() !== "" ? Number(stated) : stated`,
    replace: "stated",
    tests: ["test/faults/m3ter-credentials.test.ts"]
  },
  {
    name: "m3ter: a 5xx that the page does not list is no fault",
    file: "src/vendors/m3ter/failures.ts",
    find: `signature: { status: [503, "5xx"] }`,
    replace: "signature: { status: 503 }",
    tests: ["test/faults/m3ter-answers.test.ts"]
  },
  {
    name: "a 429 of a narrow class pauses the wider one",
    file: "src/pipeline/feedback.ts",
    find: `return found._tag === "Limited" ? { _tag: "Answered" } : found`,
    replace: "return found",
    tests: ["test/faults/m3ter-answers.test.ts"]
  }
]
