/** The stores by name: a file, `postgres://…`, or one in the memory of another process. */
import { PgClient } from "@effect/sql-pg"
import { Layer, Redacted } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { layerSqlStore } from "../../../src/durable/outbox/sql.ts"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { layerRemote } from "./remote.ts"

export const storeOf = (name: string): Layer.Layer<Outbox.Outbox, Outbox.StoreUnavailable> => {
  if (name.startsWith("http:")) return layerRemote(name)
  if (!name.startsWith("postgres:"))
    return Layer.provide(Outbox.layer(), layerSqlite({ file: name, reserve: 1_000_000 }))
  const client = Layer.orDie(PgClient.layer({ url: Redacted.make(name), maxConnections: 8 }))
  return Layer.provide(Outbox.layer(), Layer.provide(layerSqlStore(), client))
}
