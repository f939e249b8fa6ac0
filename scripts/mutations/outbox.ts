/** Mutations of the outbox: the intent, the guards of its states, late answers, the order of keys, the ledger. */
import type { Mutation } from "./mutation.ts"

const [contract, model, points] = [
  "test/durable/contract/contract.test.ts",
  "test/durable/model/model.test.ts",
  "test/durable/writePoints.test.ts"
]

const worker: ReadonlyArray<Mutation> = [
  {
    name: "a request is sent though its intent could not be written",
    file: "src/durable/outbox/worker/intending.ts",
    find: "return written ? sent : yield* lost",
    replace: "return written || !written ? sent : yield* lost",
    tests: [points]
  },
  {
    name: "an answer that comes after the deadline is not heard",
    file: "src/durable/outbox/worker/request.ts",
    find: "listen: lateTo(working, request, under)",
    replace: "listen: () => Effect.void",
    tests: ["test/durable/worker.test.ts"]
  }
]

const inMemory: ReadonlyArray<Mutation> = [
  {
    name: "an intent leaves no trace",
    file: "src/durable/outbox/memory/requests.ts",
    find: `Object.assign(found, { state: "sending", lease`,
    replace: `Object.assign(found, { state: "claimed", lease`,
    tests: [model]
  },
  {
    name: "somebody else's request is sent",
    file: "src/durable/outbox/memory/requests.ts",
    find: "if (found === undefined || found.owner !== owner) return false",
    replace: "if (found === undefined) return false",
    tests: [contract]
  },
  {
    name: "sending a request again makes the vendor remember it for longer",
    file: "src/durable/outbox/memory/requests.ts",
    find: "found.sent === undefined ? now + within : found.until",
    replace: "now + within",
    tests: [contract]
  },
  {
    name: "the answer to one request settles another",
    file: "src/durable/outbox/memory/requests.ts",
    find: "if (row?.request !== request) return false",
    replace: "if (row === undefined) return false",
    tests: [model]
  },
  {
    name: "an answer that comes late is dropped",
    file: "src/durable/outbox/memory/requests.ts",
    find: `row.state === "claimed" || row.state === "unknown" ||`,
    replace: `row.state === "claimed" ||`,
    tests: [contract]
  },
  {
    name: "a claim that is given again takes more",
    file: "src/durable/outbox/memory/requests.ts",
    find: "if (before !== undefined) return",
    replace: "if (before === null) return",
    tests: [contract]
  },
  {
    name: "what must not be done twice is sent again when its lease is over",
    file: "src/durable/outbox/memory/reaper.ts",
    find: `found.kind === "idempotent" && found.until > now`,
    replace: `found.kind !== "keyed" && found.until > now`,
    tests: [model]
  },
  {
    name: "items of a key run side by side",
    file: "src/durable/outbox/memory/rows.ts",
    find: "if (row !== head || isBlocked)",
    replace: "if (isBlocked && row !== head)",
    tests: [model]
  },
  {
    name: "a dead item that holds its key lets it go on",
    file: "src/durable/outbox/memory/rows.ts",
    find: `onDead === "hold" &&`,
    replace: `onDead !== "hold" && onDead !== "go-on" &&`,
    tests: [model]
  },
  {
    name: "ends are not counted",
    file: "src/durable/outbox/memory/moves.ts",
    find: `counts[isOpen(state) ? "open" : state]++`,
    replace: `if (isOpen(state)) counts.open++`,
    tests: [model]
  },
  {
    name: "the lower priority goes first",
    file: "src/durable/outbox/memory/requests.ts",
    find: "other.priority - one.priority",
    replace: "one.priority - other.priority",
    tests: [model]
  }
]

const inFile: ReadonlyArray<Mutation> = [
  {
    name: "a file sends again what must not be done twice when its lease is over",
    file: "src/durable/outbox/sqlite/statements.ts",
    find: `kind = 'idempotent' AND coalesce(until > ?1, 1) AS repeats`,
    replace: `kind <> 'keyed' AND coalesce(until > ?1, 1) AS repeats`,
    tests: [contract]
  },
  {
    name: "a file lets a key go on behind an item of which nobody knows whether it was done",
    file: "src/durable/outbox/sqlite/statements.ts",
    find: `OR EXISTS (SELECT 1 \${ofKey} AND state = 8)`,
    replace: `OR EXISTS (SELECT 1 \${ofKey} AND state = 9)`,
    tests: [contract]
  },
  {
    name: "a file drops answers that come late",
    file: "src/durable/outbox/sqlite/settle.ts",
    find: `state === codes.claimed || (state === codes.unknown && result !== "unknown")`,
    replace: "state === codes.claimed",
    tests: [contract]
  }
]

const order: ReadonlyArray<Mutation> = [
  {
    name: "a request is taken over from a file with its items in another order than its body's",
    file: "src/durable/outbox/sqlite/statements.ts",
    find: `\${carriedBy} ORDER BY j.place`,
    replace: `\${carriedBy} ORDER BY i.seq`,
    tests: [contract]
  }
]

export const outbox: ReadonlyArray<Mutation> = [
  ...worker,
  ...inMemory,
  ...inFile,
  ...order,
  {
    name: "a replay copies its own copies",
    file: "src/durable/outbox/replay.ts",
    find: " && !id.endsWith(`#${run}`)",
    replace: "",
    tests: ["test/durable/worker.test.ts"]
  },
  {
    name: "a call that succeeds ends the trouble of a lane with its operation's name",
    file: "src/pipeline/Alerts.ts",
    find: "ofCalls.has(kind) && scope",
    replace: "scope",
    tests: ["test/durable/alerts.test.ts"]
  }
]
