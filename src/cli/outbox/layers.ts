/** The store behind a name: a file of its own, or a database. Each is loaded when it is named. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { type Outbox, StoreUnavailable } from "../../durable/Outbox.ts"

const noClient = (store: string): StoreUnavailable =>
  new StoreUnavailable({
    store,
    reason: "other",
    problem:
      "the package @effect/sql-pg is not installed. Install it beside faultline: npm install @effect/sql-pg"
  })

const hidden = "the database of the URL"

const postgres = (url: string): Layer.Layer<Outbox, StoreUnavailable> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const outbox = yield* Effect.promise(() => import("../../durable/Outbox.ts"))
      const { PgClient } = yield* Effect.tryPromise({
        try: () => import("@effect/sql-pg"),
        catch: () => noClient(hidden)
      })
      const client = PgClient.layer({ url: Redacted.make(url) }).pipe(
        Layer.catch((error: Error) =>
          Layer.effectContext(
            Effect.fail(
              new StoreUnavailable({ store: hidden, reason: "unreachable", problem: error.message })
            )
          )
        )
      )
      return outbox.layerSql().pipe(Layer.provide(client))
    })
  )

/** The outbox of a file, or of a URL. */
export const layerOf = (name: string): Effect.Effect<Layer.Layer<Outbox, StoreUnavailable>> =>
  /^postgres(ql)?:\/\//.test(name)
    ? Effect.succeed(postgres(name))
    : Effect.map(
        Effect.promise(() => import("../../durable/Outbox.ts")),
        (outbox) => outbox.layerSqlite({ file: name })
      )
