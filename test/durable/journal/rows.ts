/** Rows to keep, and where to keep them. */
import { DateTime, Effect, Random, type Scope } from "effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Backend, Bounds, JournalUnavailable } from "../../../src/durable/journal/backend.ts"
import { inMemory } from "../../../src/durable/journal/memory.ts"
import { inFile } from "../../../src/durable/journal/sqlite/backend.ts"
import { timedUuid } from "../../../src/pipeline/uuid.ts"
import type { Row } from "../../../src/pipeline/Journal.ts"

/** A folder that is gone with the scope. */
export const folder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "journal-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** Moments in the tests, in ms after this one. */
export const start = 1_800_000_000_000

export const wide: Bounds = { maxAge: 1e12, maxBytes: 1e9 }

/** Every store. */
export const backends: Readonly<
  Record<string, (bounds: Bounds) => Effect.Effect<Backend, JournalUnavailable, Scope.Scope>>
> = {
  "in memory": (bounds) => Effect.sync(() => inMemory(bounds)),
  "in a file": (bounds) =>
    Effect.flatMap(folder, (path) => inFile({ file: join(path, "journal.db") }, bounds))
}

/** A call that succeeded at once, so many ms after the start. */
export const success = (after: number, more: Partial<Row> = {}): Effect.Effect<Row> =>
  Effect.map(Effect.service(Random.Random), (random) => {
    const at = DateTime.makeUnsafe(start + after)
    return {
      call: timedUuid(random, start + after),
      at,
      vendor: "Shop",
      operation: "Shop.getOrder",
      status: 200,
      millis: 12.5,
      attempts: [{ kind: "first", at, millis: 12.5, ended: "ok", status: 200 }],
      ...more
    }
  })

/** A call that was refused after a retry. */
export const failure = (after: number, more: Partial<Row> = {}): Effect.Effect<Row> =>
  Effect.map(success(after), (row) => ({
    ...row,
    operation: "Shop.placeOrder",
    tag: "Shop.SoldOut",
    category: "conflict",
    status: 400,
    attempts: [
      {
        kind: "first",
        at: row.at,
        millis: 3,
        ended: "Shop.Closed",
        status: 503,
        waited: 1000,
        why: "passing fault"
      },
      {
        kind: "retry",
        at: row.at,
        millis: 4.25,
        ended: "Shop.SoldOut",
        status: 400,
        answer: { headers: { "x-request-id": "r-1" }, body: `{"message":"Sold out – “tea” 😀"}`, cut: true }
      }
    ],
    retry: "never",
    delivery: "Refused",
    message: "Shop.placeOrder failed with Shop.SoldOut (HTTP 400).",
    requestId: "r-1",
    request: { method: "POST", url: "https://shop.example/orders", body: `{"article":"tea"}` },
    item: "order-7",
    ...more
  }))
