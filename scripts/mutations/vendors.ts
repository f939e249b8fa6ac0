/** Mutations of what m3ter, Xtremepush, Metrix and IXON are read to say. */
import type { Mutation } from "./mutation.ts"

export const vendors: ReadonlyArray<Mutation> = [
  {
    name: "a 429 of a new bill job of m3ter is read as the limit on requests",
    file: "src/contract/compile.ts",
    find: "if (at >= 0 && at < index) found.splice",
    replace: "if (at > index) found.splice",
    tests: ["test/vendors/m3ter/billJobs.test.ts", "test/contract/recognition.test.ts"]
  },
  {
    name: "m3ter's ten bill jobs are waited for like a limit on requests",
    file: "src/vendors/m3ter/failures.ts",
    find: `retry: { after: "retryAfter", otherwise: "1 minute" }`,
    replace: `retry: { after: "retryAfter", otherwise: "1 second" }`,
    tests: ["test/vendors/m3ter/billJobs.test.ts"]
  },
  {
    name: "a field of an input has no words",
    file: "src/vendors/metrix/operations/messages.ts",
    find: "/** Given name. */",
    replace: "",
    tests: ["test/faults/f-fields.test.ts"]
  },
  {
    name: "a batched operation loses the words over its fields",
    file: "src/many/Batch.ts",
    find: "NoInfer<Input>",
    replace: "Input",
    tests: ["test/faults/f-fields.test.ts"]
  },
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
  },
  {
    name: "Xtremepush: a flag and a code must not be texts",
    file: "src/vendors/xtremepush/failures/dialect.ts",
    find: `typeof value === "string" && value.trim() !== "" ? Number(value) : value`,
    replace: "value",
    tests: ["test/faults/xtremepush-answers.test.ts"]
  },
  {
    name: "Xtremepush: a 429 is never asked again",
    file: "src/vendors/xtremepush/vendor.ts",
    find: `limited: waits("0 seconds", "0 seconds")`,
    replace: "limited: waits()",
    tests: ["test/faults/xtremepush-answers.test.ts"]
  },
  {
    name: "Xtremepush: a 4XX that the page does not list is nobody's",
    file: "src/vendors/xtremepush/failures/refusals.ts",
    find: `{ status: [422, "4xx"] }`,
    replace: "{ status: 422 }",
    tests: ["test/faults/xtremepush-answers.test.ts"]
  },
  {
    name: "IXON: an error under 2xx is a success",
    file: "src/vendors/ixon/failures/complaints.ts",
    find: `plain(word) === "error"`,
    replace: "false",
    tests: ["test/faults/ixon-answers.test.ts"]
  },
  {
    name: "IXON: a bare 401 does not renew the token",
    file: "src/vendors/ixon/failures.ts",
    find: "{ status: 401 }",
    replace: "{ status: 498 }",
    tests: ["test/faults/ixon-answers.test.ts"]
  },
  {
    name: "IXON: a header is known by how its name begins",
    file: "src/vendors/ixon/failures/complaints.ts",
    find: ".includes(` ${header} `)",
    replace: ".includes(` ${header}`)",
    tests: ["test/faults/ixon-answers.test.ts"]
  },
  {
    name: "a call that gave up without an answer is not in the journal",
    file: "src/pipeline/alerts/escalation.ts",
    find: `category === "network"`,
    replace: "false",
    tests: ["test/faults/giving-up.test.ts"]
  },
  {
    name: "a call that the vendor refused counts as one that gave up",
    file: "src/pipeline/stages/journal.ts",
    find: "isGivenUp(failure)\n",
    replace: "true\n",
    tests: ["test/faults/giving-up.test.ts"]
  },
  {
    name: "silence that lasts is told after one attempt",
    file: "src/pipeline/stages/retry/history.ts",
    find: "attempts.length > 1 &&",
    replace: "",
    tests: ["test/faults/giving-up.test.ts"]
  }
]
