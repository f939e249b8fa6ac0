/** The stores by name: a file, `postgres://…`, or one in the memory of another process. */
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, Redacted } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { layerRemote } from "./remote.ts"

// Little is kept free of the disk: tests run where there is little.
const reserve = 1_000_000

export const storeOf = (name: string): Layer.Layer<Outbox.Outbox, Outbox.StoreUnavailable> => {
  if (name.startsWith("http:")) return layerRemote(name)
  if (!name.startsWith("postgres:")) return Outbox.layerSqlite({ file: name, reserve })
  const client = Layer.catch(
    PgClient.layer({ url: Redacted.make(name), maxConnections: 8 }),
    (error: Error) =>
      Layer.effectContext(
        Effect.fail(
          new Outbox.StoreUnavailable({ store: name, reason: "unreachable", problem: error.message })
        )
      )
  )
  return Layer.provide(Outbox.layerSql(), client)
}
