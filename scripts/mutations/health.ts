/** Mutations of what is read of layers and outboxes: their health and their gauges. */
import type { Mutation } from "./mutation.ts"

export const health: ReadonlyArray<Mutation> = [
  {
    name: "a queue that layers share is counted for each of them",
    file: "src/pipeline/telemetry/reading.ts",
    find: "return [...new Map(found).values()].map(read)",
    replace: "return found.map(([, limits]) => read(limits))",
    tests: ["test/pipeline/healthTogether.test.ts"]
  },
  {
    name: "a layer that is closed stays registered",
    file: "src/pipeline/telemetry/together.ts",
    find: "    group.leave(source)\n",
    replace: "",
    tests: ["test/pipeline/healthTogether.test.ts"]
  },
  {
    name: "the gauges of a second layer hide those of the first",
    file: "src/pipeline/telemetry/together.ts",
    find: "[...groups].find((one) => one.isOf(name, context)) ?? ",
    replace: "",
    tests: ["test/pipeline/gauges.test.ts"]
  },
  {
    name: "a value that is no longer known keeps its series",
    file: "src/pipeline/telemetry/gauges.ts",
    find: "this.series.get(key)?.registration.remove()",
    replace: "this.series.get(key)",
    tests: ["test/pipeline/gauges.test.ts"]
  },
  {
    name: "a call that waits in a narrower queue is shown as in flight",
    file: "src/pipeline/telemetry/reading.ts",
    find: "standings.slice(-1)",
    replace: "standings.slice(0, 1)",
    tests: ["test/pipeline/healthTogether.test.ts"]
  },
  {
    name: "what is left of a limit is not what the headers say",
    file: "src/policy/limit/standing.ts",
    find: "if (stated !== undefined) windows.set",
    replace: "if (stated !== undefined && !windows.has(stated.millis)) windows.set",
    tests: ["test/pipeline/health.test.ts"]
  },
  {
    name: "what is left of a limit is never complete again",
    file: "src/policy/limit/gcra.ts",
    find: "const sent = now >= this.endsAt ? 0 : this.count",
    replace: "const sent = this.count",
    tests: ["test/pipeline/health.test.ts"]
  },
  {
    name: "a process does not know of a circuit that it met open",
    file: "src/policy/breaker/store.ts",
    find: 'seen.saw(key, isOpen ? "Open" : "HalfOpen")',
    replace: "seen.of(key)",
    tests: ["test/policy/breaker/known.test.ts", "test/policy/limit/redis.test.ts"]
  },
  {
    name: "a store that is away makes the outbox look young",
    file: "src/durable/outbox/gauges.ts",
    find: "oldest + (lost ? now - at : 0)",
    replace: "oldest",
    tests: ["test/durable/gauges.test.ts"]
  },
  {
    name: "an item that is dead is shown a quarter of a minute later",
    file: "src/durable/outbox/gauges.ts",
    find: "void (matters(change) && changed.openUnsafe())",
    replace: "void matters(change)",
    tests: ["test/durable/gauges.test.ts"]
  },
  {
    name: "the store of an outbox is asked for every change",
    file: "src/durable/outbox/gauges.ts",
    find: 'change._tag === "Moved" ||',
    replace: 'change._tag !== "LaneHeld" ||',
    tests: ["test/durable/gauges.test.ts"]
  },
  {
    name: "a budget of the application's own that asks somebody spoils an export",
    file: "src/pipeline/telemetry/reading.ts",
    find: "const exit = Effect.runSyncExit(effect)",
    replace: "const exit = Exit.succeed(Effect.runSync(effect))",
    tests: ["test/pipeline/gauges.test.ts"]
  }
]
