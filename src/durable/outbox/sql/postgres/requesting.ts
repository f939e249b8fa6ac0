/** Requests: claimed, about to be sent, given back, taken over. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Commands } from "../../store.ts"
import { type Database, whole } from "../database.ts"
import { ClaimedRow, claimedOf, MovedRow } from "../rows.ts"
import type { Keys } from "./keys.ts"
import * as texts from "./statements/requests.ts"

const AdoptedRow = Schema.Struct({
  ...ClaimedRow.fields,
  request: Schema.String,
  lane: Schema.String,
  account: Schema.String,
  body: Schema.String
})

const placesOf = (seqs: ReadonlyArray<number> | undefined): string | null =>
  seqs === undefined ? null : `{${seqs.join(",")}}`

const adopting = ({ alone }: Database): Commands["adopt"] => {
  const ask = alone(texts.adopt, AdoptedRow)
  return ({ account, lease, operations, owner }) =>
    Effect.map(ask(owner, JSON.stringify(operations), account, whole(lease)), (rows) => {
      const [first] = rows
      if (first === undefined) return undefined
      const { body, lane, operation, request } = first
      const items = rows.map(({ account: _account, body: _body, lane: _lane, request: _request, ...row }) =>
        claimedOf(row)
      )
      return { lane, operation, account: first.account, request, body, items }
    })
}

/** The commands. */
export const requesting = (
  database: Database,
  keys: Keys
): Pick<Commands, "claim" | "intent" | "release" | "adopt"> => {
  const { alone } = database
  const claim = alone(texts.claim, ClaimedRow)
  const intent = alone(texts.intent, Schema.Unknown)
  const release = alone(texts.release, MovedRow)
  return {
    claim: ({ bytes, lane, lease, most, owner, request }) =>
      Effect.map(claim(lane, request, owner, whole(lease), whole(most), whole(bytes)), (rows) =>
        rows.map(claimedOf)
      ),
    intent: ({ body, kind, lease, owner, request, within }) =>
      Effect.map(
        intent(request, owner, kind, whole(lease), whole(within), body ?? null),
        (rows) => rows.length > 0
      ),
    release: ({ dueIn = 0, owner, request, seqs }) =>
      Effect.map(
        Effect.tap(release(request, owner, placesOf(seqs), whole(dueIn)), keys.after),
        ({ length }) => length
      ),
    adopt: adopting(database)
  }
}
