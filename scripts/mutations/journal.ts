/** Mutations of the journal: the ids of calls, their rows, and how these are written and kept. */
import type { Mutation } from "./mutation.ts"

export const journal: ReadonlyArray<Mutation> = [
  {
    name: "the id of a call names when it failed, not when it began",
    file: "src/pipeline/callId.ts",
    find: "clock.currentTimeMillisUnsafe() - elapsed",
    replace: "clock.currentTimeMillisUnsafe() - 0 * elapsed",
    tests: ["test/pipeline/callIds.test.ts"]
  },
  {
    name: "a failure to get credentials names a call without their request",
    file: "src/pipeline/stages/retry/history.ts",
    find: "id: failure.call?.id ?? id.value",
    replace: "id: id.value",
    tests: ["test/pipeline/callIds.test.ts"]
  },
  {
    name: "a row does not tell how long the call waited between attempts",
    file: "src/pipeline/stages/retry/gather.ts",
    find: "{ ...last.report, waited: millis, why }",
    replace: "{ ...last.report, ...(millis < 0 ? { why } : {}) }",
    tests: ["test/pipeline/rows.test.ts"]
  },
  {
    name: "rows have personal data without being asked for it",
    file: "src/pipeline/Journal.ts",
    find: `rowOf(finished, bodies === "whole")`,
    replace: `rowOf(finished, bodies !== undefined)`,
    tests: ["test/durable/journal/file.test.ts", "test/faults/d-personal-data.test.ts"]
  },
  {
    name: "a secret that an input holds is in the rows",
    file: "src/pipeline/discreet.ts",
    find: "(text) => withoutLong(text, secrets()), whole)",
    replace: `(text) => (text === "" ? withoutLong(text, secrets()) : text), whole)`,
    tests: ["test/durable/journal/file.test.ts", "test/pipeline/rows.test.ts"]
  },
  {
    name: "a journal that throws takes the call with it",
    file: "src/pipeline/keeping.ts",
    find: "return Effect.logError(",
    replace: "return Effect.die(",
    tests: ["test/pipeline/rows.test.ts"]
  },
  {
    name: "a long answer is kept whole",
    file: "src/pipeline/journal/rows.ts",
    find: "const mostBytes = 64_000",
    replace: "const mostBytes = 64_000_000",
    tests: ["test/pipeline/rows.test.ts"]
  },
  {
    name: "a full buffer drops failures for successes",
    file: "src/durable/journal/buffer.ts",
    find: "if (!success) this.makeRoom(bytes)",
    replace: "if (success) this.makeRoom(bytes)",
    tests: ["test/durable/journal/buffer.test.ts"]
  },
  {
    name: "what could not be written is not tried once more",
    file: "src/durable/journal/writing.ts",
    find: "    buffer.back()\n    if (buffer.waiting",
    replace: "    buffer.giveUp()\n    if (buffer.waiting",
    tests: ["test/durable/journal/writing.test.ts"]
  },
  {
    name: "the last calls are not written",
    file: "src/durable/journal/writing.ts",
    find: "Effect.addFinalizer(() => finish(writer))",
    replace: "Effect.addFinalizer(() => (writer.turn === undefined ? finish(writer) : Effect.void))",
    tests: ["test/durable/journal/writing.test.ts"]
  },
  {
    name: "trouble of a journal is told of again and again",
    file: "src/durable/journal/writing.ts",
    find: "found !== undefined && before === undefined",
    replace: "found !== undefined",
    tests: ["test/durable/journal/writing.test.ts"]
  },
  {
    name: "old calls stay for ever",
    file: "src/durable/journal/sqlite/program.ts",
    find: "left <= most && row.at >= now - maxAge",
    replace: "left <= most && now - maxAge < Infinity",
    tests: ["test/durable/journal/contract.test.ts"]
  },
  {
    name: "a search in a journal ends with its first part",
    file: "src/durable/journal/sqlite/program.ts",
    find: "next = { at: row.at, seq: row.seq }",
    replace: "next = undefined",
    tests: ["test/durable/journal/contract.test.ts"]
  },
  {
    name: "whoever looks for a journal makes one",
    file: "src/durable/JournalStore.ts",
    find: "if (!existsSync(file)) return",
    replace: "if (existsSync(`${file}.none`)) return",
    tests: ["test/durable/journal/file.test.ts"]
  }
]
