/** Mutations of what an outbox knows of requests whose end it did not see. */
import type { Mutation } from "./mutation.ts"

export const evidence: ReadonlyArray<Mutation> = [
  {
    name: "what was not sent is in doubt when the store did not answer",
    file: "src/durable/outbox/worker/request.ts",
    find: 'if (under.unheard && under.kind !== "keyed")',
    replace: "if (under.unheard && !under.lost)",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "what was claimed without hearing of it waits for its lease",
    file: "src/durable/outbox/worker/hand.ts",
    find: "Effect.tapError(() => restore(Effect.ignore(working.keep(released(working, request)))))",
    replace: "Effect.tapError(() => Effect.void)",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "a keyed request that may have been done is made anew when its repeat is refused",
    file: "src/durable/outbox/worker/judge.ts",
    find: '(delivery === "Unknown" || (item.doubts > 0 && isPassing(failure)))',
    replace: 'delivery === "Unknown"',
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "a late refusal for one item leaves all of them in doubt",
    file: "src/durable/outbox/worker/request.ts",
    find: "parts.length > 0 && failure !== undefined\n",
    replace: "parts.length < 0 && failure !== undefined\n",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "what may have been recorded before is dead when its repeat is not",
    file: "src/durable/outbox/worker/judgeExit.ts",
    find: ": refused(\n        item,",
    replace: ": refused(\n        { ...item, doubts: 0 },",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "one bad item holds up all of its batch after an attempt that was lost",
    file: "src/durable/outbox/worker/judgeExit.ts",
    find: '(delivery === "Unknown" && kind === "idempotent")',
    replace: 'kind === "keyed"',
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "what is refused after an attempt that was lost counts as not done",
    file: "src/durable/outbox/worker/judgeExit.ts",
    find: 'const doubts = delivery === "Unknown" ? 1 : 0',
    replace: "const doubts = 0",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "an answer that waited in the socket of a process held still is thrown away",
    file: "src/pipeline/LateAnswers.ts",
    find: "Effect.andThen(Effect.sleep(within), Effect.sleep(lastLook))",
    replace: "Effect.sleep(within)",
    tests: ["test/pipeline/late.test.ts", "test/durable/killed/held.test.ts"]
  },
  {
    name: "a worker's looking after leases ends in silence after a fault",
    file: "src/durable/outbox/worker.ts",
    find: "Effect.catchDefect(fault),\n    Effect.andThen(Random.next)",
    replace: "Effect.andThen(Random.next)",
    tests: ["test/durable/evidence.test.ts"]
  },
  {
    name: "nothing that is over is ever deleted",
    file: "src/durable/outbox/worker.ts",
    find: "yield* Effect.forkScoped(sweeping(box.store, settings))",
    replace: "void sweeping",
    tests: ["test/durable/retention.test.ts"]
  },
  {
    name: "only one portion of what is over is deleted at a time",
    file: "src/durable/outbox/worker/sweeping.ts",
    find: "limit: portion, now })) < portion",
    replace: "limit: portion, now })) < Infinity",
    tests: ["test/durable/retention.test.ts"]
  }
]
