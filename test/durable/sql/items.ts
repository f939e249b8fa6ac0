/** Items and stores for the tests of the outbox in a database. */
import { it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import { afterAll } from "vitest"
import { make } from "../../../src/durable/outbox/sql.ts"
import type { NewItem } from "../../../src/durable/outbox/model.ts"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import { available, clientOf, postgresServer } from "./postgresServer.ts"

/** The moment of commands, which PostgreSQL does not look at. */
export const now = 0

/** An item of the lane `Shop.order`. */
export const item = (id: string, more: Partial<NewItem> = {}): NewItem => ({
  id,
  lane: "Shop.order",
  operation: "Shop.order",
  account: "",
  version: 1,
  onDead: "go-on",
  priority: 0,
  dueIn: 0,
  input: JSON.stringify({ id }),
  hash: id,
  ...more
})

/** Many. */
export const items = (count: number, prefix = "i", more: Partial<NewItem> = {}): ReadonlyArray<NewItem> =>
  Array.from({ length: count }, (_, index) => item(`${prefix}-${index}`, more))

/** A claim of the lane. */
export const claim = (request: string, more: Partial<Parameters<Commands["claim"]>[0]> = {}) => ({
  lane: "Shop.order",
  request,
  owner: "o",
  lease: 60_000,
  most: 75,
  bytes: 1_000_000,
  now,
  ...more
})

/** Claims, says so, and settles as delivered; succeeds with the ids. */
export const carry = (
  store: Commands,
  request: string,
  more: Parameters<typeof claim>[1] = {},
  sent: (ids: ReadonlyArray<string>) => void = () => undefined
) =>
  Effect.gen(function* () {
    const claimed = yield* store.claim(claim(request, more))
    sent(claimed.map(({ id }) => id))
    if (claimed.length === 0) return []
    yield* store.intent({ request, owner: "o", kind: "once", lease: 60_000, now })
    yield* store.settle({
      request,
      results: claimed.map(({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: {} })),
      now
    })
    return claimed.map(({ id }) => id)
  })

let stores = 0

/** One server for all tests of a file that do not stop it. */
const shared = (() => {
  const scope = Scope.makeUnsafe()
  let server: Promise<Effect.Success<ReturnType<typeof postgresServer>>> | undefined
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  return Effect.promise(() => (server ??= Effect.runPromise(Scope.provide(postgresServer(), scope))))
})()

// As long as the walks may take that are asked for by a number.
const patience = 60_000 * Math.max(1, Number(process.env["FAULTLINE_WALKS"] ?? 0) / 200)

/** A test that needs PostgreSQL, and says so where there is none. */
export const withPostgres = (name: string, test: () => Effect.Effect<unknown, unknown, Scope.Scope>) =>
  it.live(name, () => (available() ? Effect.asVoid(test()) : Effect.void), patience)

/** What a test of a store is given: the store with tables of its own, its client, and where the server is. */
export interface Given {
  readonly store: Commands
  readonly sql: SqlClient
  readonly table: string
  readonly url: string
}

/** A test over an empty store in PostgreSQL. */
export const withStore = (
  name: string,
  test: (given: Given) => Effect.Effect<unknown, unknown, Scope.Scope | SqlClient>
) =>
  withPostgres(name, () =>
    Effect.gen(function* () {
      const { url } = yield* shared
      const table = `test_${++stores}`
      const tested = Effect.gen(function* () {
        const [sql, store] = [yield* SqlClient, yield* make({ table })]
        yield* test({ sql, store, table, url })
      })
      yield* Effect.provide(tested, clientOf(url))
    })
  )
