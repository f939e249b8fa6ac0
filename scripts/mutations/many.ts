/** Mutations of runs of many items: waiting, going on later, sources that trickle. */
import type { Mutation } from "./mutation.ts"

export const many: ReadonlyArray<Mutation> = [
  {
    name: "a write of which a part was done says that nothing was",
    file: "src/pipeline/stages/split.ts",
    find: "const rest = yield* doubtful(part(next.rest))",
    replace: "const rest = yield* part(next.rest)",
    tests: ["test/surface/splits.test.ts"]
  },
  {
    name: "a batch that was not sent is given up",
    file: "src/many/batch/send.ts",
    find: `delivery !== "Unknown" ||`,
    replace: `delivery === "Refused" ||`,
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch that is refused for now is given up",
    file: "src/many/batch/send.ts",
    find: `delivery !== "Unknown" ||`,
    replace: `delivery === "NotSent" ||`,
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch that may have been taken goes again, though doing it twice does harm",
    file: "src/many/batch/send.ts",
    find: "!isAlone && this.isIdempotent(items)",
    replace: "!isAlone",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch that others overtake stays in their way for ever",
    file: "src/many/batch/send.ts",
    find: "waits > 0 && othersPass",
    replace: "false",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch waits for what waiting does not cure",
    file: "src/many/batch/send.ts",
    find: `if (!passes(failure) || delivery === "Applied") return false`,
    replace: `if (delivery === "Applied") return false`,
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "what may have been taken is left for the next run when one is given up",
    file: "src/many/batch/send.ts",
    find: "unsure === undefined ? Effect.succeed([]) :",
    replace: "unsure !== undefined || unsure === undefined ? Effect.succeed([]) :",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a run that was given up sends what waits for its turn",
    file: "src/many/batch/send.ts",
    find: "if (halted !== undefined)",
    replace: "if (halted !== undefined && waits > 0)",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "in an outage every batch is sent once, and ends in doubt",
    file: "src/many/batch/send.ts",
    find: "outage !== undefined && waits === 0",
    replace: "outage !== undefined && waits < 0",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "waits between tries do not grow",
    file: "src/many/batch/run.ts",
    find: "first * 2 **",
    replace: "first * 1 **",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "waits between tries are not bounded",
    file: "src/many/batch/run.ts",
    find: "Math.min(longest, first",
    replace: "Math.max(0, first",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "Retry-After is not waited out by a batch",
    file: "src/many/batch/run.ts",
    find: "notBefore?.epochMilliseconds ?? now",
    replace: "now",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch does not wait as long as its failure says",
    file: "src/many/batch/run.ts",
    find: "Duration.toMillis(retry.after)",
    replace: "0",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch does not wait until the queue is ready",
    file: "src/many/batch/run.ts",
    find: "Duration.toMillis(failure.readyIn ?? 0)",
    replace: "0",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a batch goes earlier than the vendor allows when another one is accepted",
    file: "src/many/batch/run.ts",
    find: "const slept = exactly ? rest :",
    replace: "const slept = exactly && false ? rest :",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "batches sleep on when the vendor is back",
    file: "src/many/batch/run.ts",
    find: "      this.since = this.waiting = undefined\n      this.wake()",
    replace: "      this.since = this.waiting = undefined",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a run has patience for ever",
    file: "src/many/batch/run.ts",
    find: "if (present >= end) return this.halt(failure)",
    replace: "if (present < 0) return this.halt(failure)",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "patience does not begin anew when a batch is accepted",
    file: "src/many/batch/run.ts",
    find: "      this.since = this.waiting = undefined\n",
    replace: "      this.waiting = undefined\n",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "patience counts from a batch that waited long ago",
    file: "src/many/batch/run.ts",
    find: "this.outage === undefined) this.since = this.waiting = undefined",
    replace: "this.outage === undefined) this.waiting = undefined",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a run that was given up waits for its source",
    file: "src/many/batch/run.ts",
    find: "      this.onHalt()\n",
    replace: "",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "items that were accepted out of turn are sent again by the next run",
    file: "src/many/batch/position.ts",
    find: "if (!earlier.has(taken)) numbered",
    replace: "if (taken >= 0) numbered",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "the next run begins after what is not settled",
    file: "src/many/batch/position.ts",
    find: "if (index !== next) return void beyond.add(index)",
    replace: "if (index < next) return void beyond.add(index)",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a run goes on with other indexes",
    file: "src/many/batch/position.ts",
    find: "taken] = [resumeFrom, resumeFrom]",
    replace: "taken] = [resumeFrom, 0]",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a run that goes on sends everything again",
    file: "src/many/Batch.ts",
    find: "tracker.skip === 0 ? given",
    replace: "tracker.skip >= 0 ? given",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a run that was given up ends as if all were done",
    file: "src/many/Batch.ts",
    find: "halted === undefined || (drained && isDone())",
    replace: "halted === undefined || drained || isDone()",
    tests: ["test/many/halted.test.ts"]
  },
  {
    name: "a source that trickles is waited for until a request is full",
    file: "src/many/batch/windows.ts",
    find: "this.begun + this.options.linger - this.now()",
    replace: "1e9",
    tests: ["test/many/linger.test.ts"]
  },
  {
    name: "each item makes those that came before it wait longer",
    file: "src/many/batch/windows.ts",
    find: "if (this.at >= this.chunk.length) return",
    replace: "this.begun = this.now()",
    tests: ["test/many/linger.test.ts"]
  },
  {
    name: "nobody hears that a run waits",
    file: "src/many/batch/run.ts",
    find: "return Effect.andThen(this.report(), wait)",
    replace: "return wait",
    tests: ["test/many/waits.test.ts"]
  },
  {
    name: "a gateway's answer that a vendor does not document gives a batch up",
    file: "src/contract/statuses.ts",
    find: "? failed",
    replace: "? refused",
    tests: ["test/contract/httpRules.test.ts"]
  }
]
