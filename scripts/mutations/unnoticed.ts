/** Twelve mutations that no test once noticed: each of them left everything green. */
import type { Mutation } from "./mutation.ts"

export const unnoticed: ReadonlyArray<Mutation> = [
  {
    name: "trace headers are sent to the vendor",
    file: "src/pipeline/carrier.ts",
    find: "Effect.provideContext(composed(operation, fiber.getRef(Hidden)).run(call), quiet)",
    replace: "composed(operation).run(call)",
    tests: ["test/pipeline/tracing.test.ts"]
  },
  {
    name: "tokens that are refused are remembered without a bound",
    file: "src/pipeline/auth/seenTokens.ts",
    find: "if (this.until.size > most) ",
    replace: "if (this.until.size > Infinity) ",
    tests: ["test/faults/b-tokens.test.ts"]
  },
  {
    name: "secrets that are echoed in the headers of an answer are shown",
    file: "src/contract/redact.ts",
    find: "showText(blank(secrets.all, value))",
    replace: "value",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "the excerpt of an unrecognized answer is not redacted",
    file: "src/contract/read.ts",
    find: "undocumented(vendor, raw, shown(), ",
    replace: "undocumented(vendor, raw, raw, ",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "dots are let into a path",
    file: "src/contract/Outgoing.ts",
    find: `text === "." || text === ".."`,
    replace: "false",
    tests: ["test/pipeline/addresses.test.ts"]
  },
  {
    name: "a token request that failed is retried by its caller's policy as well",
    file: "src/pipeline/stages/auth.ts",
    find: `{ delivery: "NotSent" }), { final: true }`,
    replace: `{ delivery: "NotSent" }), {}`,
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a token is asked for under the first caller's deadline",
    file: "src/pipeline/nobodys.ts",
    find: "Context.make(Deadline.Current, undefined)",
    replace: "Context.make(Limit.Key, undefined)",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "writes are hedged",
    file: "src/pipeline/stages/hedge.ts",
    find: "make === undefined || !contract.reads",
    replace: "make === undefined",
    tests: ["test/pipeline/hedging.test.ts"]
  },
  {
    name: "a 429 that must not be retried does not hold the queue",
    file: "src/pipeline/feedback.ts",
    find: "if (isTooMany(failure)) return",
    replace: "if (failure.status === 0) return",
    tests: ["test/pipeline/queueing.test.ts"]
  },
  {
    name: "the queue ignores a time in the headers that is longer than the failure's own",
    file: "src/pipeline/feedback.ts",
    find: "Math.max(named, hints.retryAt ?? 0)",
    replace: "named",
    tests: ["test/pipeline/queueing.test.ts"]
  },
  {
    name: "both queues of a nested class count in the shared store",
    file: "src/pipeline/queues.ts",
    find: "Effect.provideService(narrow, Limit.Store, undefined)",
    replace: "narrow",
    tests: ["test/pipeline/queueing.test.ts"]
  },
  {
    name: "the keys of a batch run are never forgotten",
    file: "src/many/Batch.ts",
    find: "last.delete(one)",
    replace: "void one",
    tests: ["test/many/keys.test.ts"]
  },
  {
    name: "attempts that are sent again are not numbered in their spans",
    file: "src/pipeline/telemetry/tracing.ts",
    find: "resends === 0 ? {} :",
    replace: "resends >= 0 ? {} :",
    tests: ["test/pipeline/tracing.test.ts"]
  }
]
