/** Mutations of what stands around single calls: many items, lists, transfers, the laws, the simulator, explanations. */
import type { Mutation } from "./mutation.ts"

export const around: ReadonlyArray<Mutation> = [
  {
    name: "what a simulator does not know is taken for the vendor's 404",
    file: "src/testing/simulator/client.ts",
    find: `unexpected === "die"`,
    replace: "unexpected === undefined",
    tests: ["test/testing/simulator/unexpected.test.ts"]
  },
  {
    name: "the idempotency keys of a batch are made anew when it is split",
    file: "src/many/batch/generated.ts",
    find: "return fillers.length === 0\n    ? given",
    replace: "return fillers.length >= 0\n    ? given",
    tests: ["test/many/keys.test.ts"]
  },
  {
    name: "a batch that may have been taken is sent again in parts",
    file: "src/many/batch/send.ts",
    find: "unsure === undefined || this.isIdempotent(items)",
    replace: "true",
    tests: ["test/many/keys.test.ts"]
  },
  {
    name: "a part that is refused counts as not taken, though the whole may have been",
    file: "src/many/batch/send.ts",
    find: "const doubt = unsure ?? (",
    replace: "const doubt = (",
    tests: ["test/many/keys.test.ts"]
  },
  {
    name: "one bad item refuses the whole batch",
    file: "src/many/batch/send.ts",
    find: "isBlamed && items.length > 1 &&",
    replace: "isBlamed && items.length > 1_000 &&",
    tests: ["test/many/Batch.test.ts"]
  },
  {
    name: "a batch does not wait for an earlier one with its key",
    file: "src/many/Batch.ts",
    find: "last.get(one) ?? []",
    replace: "[]",
    tests: ["test/many/Batch.test.ts"]
  },
  {
    name: "a batch holds more bytes than a request may",
    file: "src/many/batch/cut.ts",
    find: "open.weight + weight <= most",
    replace: "open.weight <= most",
    tests: ["test/many/Batch.test.ts"]
  },
  {
    name: "items of one key overtake each other between groups",
    file: "src/many/batch/cut.ts",
    find: "(lastOf.get(name) ?? -1) > place",
    replace: "false",
    tests: ["test/many/Batch.test.ts"]
  },
  {
    name: "a list that leads back to where reading began is read twice",
    file: "src/many/pages/walk.ts",
    find: "new Set<string>([JSON.stringify(from)])",
    replace: "new Set<string>()",
    tests: ["test/many/cursors.test.ts"]
  },
  {
    name: "a list that leads in a circle is read for ever",
    file: "src/many/pages/walk.ts",
    find: "known !== undefined && seen.has(known)",
    replace: "known === null",
    tests: ["test/many/cursors.test.ts"]
  },
  {
    name: "a combinator changes the operation that it is given",
    file: "src/many/Pages.ts",
    find: "derive(self, () => ({}))",
    replace: "self",
    tests: ["test/many/Pages.test.ts"]
  },
  {
    name: "a list by the Link header ends after its first page",
    file: "src/many/Pages.ts",
    find: "return cursor === undefined ? undefined : fields({ [into]: cursor })",
    replace: "return cursor === undefined || into ? undefined : fields({ [into]: cursor })",
    tests: ["test/many/Pages.test.ts"]
  },
  {
    name: "a list by offset ends at a short page though there are more",
    file: "src/many/Pages.ts",
    find: "const isLast = came === 0 ||",
    replace: "const isLast = came < numberAt(input, limit, size) ||",
    tests: ["test/many/Pages.test.ts"]
  },
  {
    name: "half a page is asked for, and the rest forgotten",
    file: "src/many/Split.ts",
    find: "if (position === undefined) return { whole: first }",
    replace: "if (position !== null) return { whole: first }",
    tests: ["test/many/Pages.test.ts"]
  },
  {
    name: "the signature of a presigned address is shown",
    file: "src/many/Transfer.ts",
    find: `url.split("?")[0] ?? ""`,
    replace: "url",
    tests: ["test/many/Transfer.test.ts"]
  },
  {
    name: "an upload is given up after silence",
    file: "src/many/Transfer.ts",
    find: "{ idempotent: true, ",
    replace: '{ idempotent: request.method === "GET", ',
    tests: ["test/many/Transfer.test.ts"]
  },
  {
    name: "the retries of a transfer outlive its deadline",
    file: "src/many/Transfer.ts",
    find: "{ idempotent: true, left, renewable: () => false }",
    replace: "{ idempotent: true }",
    tests: ["test/many/Transfer.test.ts"]
  },
  {
    name: "a law that is broken many times is reported many times",
    file: "src/testing/laws/breach.ts",
    find: "${one.law}\\n${one.cure}",
    replace: "${one.law}\\n${one.cure}\\n${one.found}",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a failure that is read as another one breaks no law",
    file: "src/testing/laws/forging.ts",
    find: "if (Equal.equals(found, instance)) return []",
    replace: "if (found !== undefined) return []",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "what the types cannot see of an operation breaks no law",
    file: "src/testing/laws.ts",
    find: "...operationLaws(vendor, operations, options.awaiting),",
    replace: "",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a stub answers any operation",
    file: "src/testing/stub.ts",
    find: "stubs.find(({ tag }) => tag === operation.tag)",
    replace: "stubs[0]",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "the simulated quotas count requests that they refused",
    file: "src/testing/simulator/quotas.ts",
    find: "if (allowed) moments.push(now)",
    replace: "moments.push(now)",
    tests: ["test/testing/simulator/parts.test.ts"]
  },
  {
    name: "a simulated token never expires",
    file: "src/testing/simulator/state.ts",
    find: `now < end ? "good" : "expired"`,
    replace: `"good"`,
    tests: ["test/testing/simulator/parts.test.ts"]
  },
  {
    name: "a simulated object is made up anew after it was removed",
    file: "src/testing/simulator/collections.ts",
    find: "removed.add(id)",
    replace: "removed.delete(id)",
    tests: ["test/surface/simulated-objects.test.ts"]
  },
  {
    name: "the simulator takes a change of any version",
    file: "src/testing/simulator/request.ts",
    find: "sent[version] === current",
    replace: "current !== undefined",
    tests: ["test/surface/simulated-objects.test.ts"]
  },
  {
    name: "simulated lists have everything, whatever the parameters ask for",
    file: "src/testing/simulator/listed.ts",
    find: "keep(object) && isWanted(call, object)",
    replace: "keep(object)",
    tests: ["test/surface/simulated-objects.test.ts"]
  },
  {
    name: "a simulated collection grows without a bound",
    file: "src/testing/simulator/collections.ts",
    find: "if (ids.size <= most) return",
    replace: "if (ids.size >= 0) return",
    tests: ["test/surface/simulated-objects.test.ts"]
  },
  {
    name: "an answer is explained by the whole catalogue, whatever the operation declares",
    file: "src/diagnose/Diagnose.ts",
    find: "{ contract: compile(vendor, operation) }",
    replace: "{}",
    tests: ["test/diagnose/Diagnose.test.ts"]
  },
  {
    name: "a moment that the vendor names is counted from 1970 when it is explained",
    file: "src/diagnose/Diagnose.ts",
    find: "Retry.simulate(advice, repeated, { idempotent: true, now })",
    replace: "Retry.simulate(advice, repeated, { idempotent: true })",
    tests: ["test/diagnose/Diagnose.test.ts"]
  },
  {
    name: "requests of many items are sent one after another",
    file: "src/many/Batch.ts",
    find: "options.concurrency ?? defaults.concurrency",
    replace: "options.concurrency ?? 1",
    tests: ["test/many/outcomes.test.ts"]
  },
  {
    name: "nobody learns whether an item with a warning was recorded",
    file: "src/many/batch/answers.ts",
    find: "recorded: warning.recorded",
    replace: "",
    tests: ["test/many/outcomes.test.ts"]
  },
  {
    name: "items whose answer could not be read are called refused",
    file: "src/many/batch/answers.ts",
    find: `delivery === "Applied" ? "warned"`,
    replace: `delivery === "Applied" ? "refused"`,
    tests: ["test/many/outcomes.test.ts"]
  },
  {
    name: "the input's position hides that of each page",
    file: "src/many/pages/walk.ts",
    find: "...(at === paging.first ? {} : at)",
    replace: "",
    tests: ["test/many/cursors.test.ts"]
  },
  {
    name: "a range is halved below the shortest",
    file: "src/many/Split.ts",
    find: ">= 2 * atLeast",
    replace: ">= atLeast / 2",
    tests: ["test/many/ranges.test.ts"]
  },
  {
    name: "the second half of a range is lost",
    file: "src/many/Split.ts",
    find: "rest: withField(input, { [from]: middle })",
    replace: "rest: withField(input, { [from]: end })",
    tests: ["test/many/ranges.test.ts"]
  },
  {
    name: "a transfer has no deadline",
    file: "src/many/Transfer.ts",
    find: "return Deadline.within(retried, policy.deadline)",
    replace: "return retried",
    tests: ["test/many/Transfer.test.ts"]
  },
  {
    name: "a download that failed counts as perhaps done",
    file: "src/many/Transfer.ts",
    find: `method === "GET" ? "Refused" :`,
    replace: `method === "HEAD" ? "Refused" :`,
    tests: ["test/many/Transfer.test.ts"]
  }
]
