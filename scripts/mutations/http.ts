/** Mutations of HTTP's own rules: what a status means, whose promise an answer is, which time a header names, where lists end. */
import type { Mutation } from "./mutation.ts"

export const http: ReadonlyArray<Mutation> = [
  {
    name: "an undocumented 4xx counts as perhaps done",
    file: "src/contract/undocumented.ts",
    find: "delivery: httpRule(raw.status)?.delivery ??",
    replace: "delivery: ",
    tests: ["test/pipeline/delivery.test.ts"]
  },
  {
    name: "a gateway's answer inherits the vendor's promise that nothing was done",
    file: "src/contract/httpRules.ts",
    find: "!isOwn(dialect, wire)",
    replace: "false",
    tests: ["test/contract/httpRules.test.ts"]
  },
  {
    name: "a promise that nothing was done stands beside a doubt",
    file: "src/contract/httpRules.ts",
    find: `facts.retry === "safe" && call.delivery === "Unknown"`,
    replace: "false",
    tests: ["test/contract/httpRules.test.ts"]
  },
  {
    name: "what a page says of all 4xx overrules HTTP on a 408",
    file: "src/contract/httpRules.ts",
    find: `retry !== "never" || !ownMeaning.includes(status)`,
    replace: "true",
    tests: ["test/contract/httpRules.test.ts"]
  },
  {
    name: "what a page says of one status is overruled by HTTP",
    file: "src/contract/httpRules.ts",
    find: "about.length === 0 || named",
    replace: "about.length === 0",
    tests: ["test/contract/httpRules.test.ts"]
  },
  {
    name: "a redirect is shown with its path and query",
    file: "src/contract/undocumented.ts",
    find: ": host",
    replace: ": location",
    tests: ["test/contract/httpRules.test.ts"]
  },
  {
    name: "of a header that was sent twice the first counts",
    file: "src/contract/moments.ts",
    find: "found.reduce(later)",
    replace: "found[0]",
    tests: ["test/faults/http-times.test.ts"]
  },
  {
    name: "a day that does not exist is read as another one",
    file: "src/contract/moments.ts",
    find: "!exists ||",
    replace: "",
    tests: ["test/faults/http-times.test.ts"]
  },
  {
    name: "a page that comes again is read for ever",
    file: "src/many/pages/walk.ts",
    find: "isSame(items, before)",
    replace: "false",
    tests: ["test/faults/http-lists.test.ts"]
  },
  {
    name: "a relation among several is not seen",
    file: "src/many/pages/link.ts",
    find: String.raw`split(/\s+/)`,
    replace: "split(/,/)",
    tests: ["test/faults/http-lists.test.ts"]
  },
  {
    name: "a batch is halved only after failures that its operation names",
    file: "src/many/batch/send.ts",
    find: `retry === "split" ||`,
    replace: "",
    tests: ["test/faults/http-batches.test.ts"]
  },
  {
    name: "an unclear refusal renews a token that was fetched a moment ago",
    file: "src/pipeline/stages/retry/expired.ts",
    find: "age >= youngest &&",
    replace: "",
    tests: ["test/faults/http-credentials.test.ts"]
  }
]
