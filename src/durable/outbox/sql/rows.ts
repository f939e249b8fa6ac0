/** Rows as databases give them, read. What is absent comes as `null`. */
import * as Schema from "effect/Schema"
import type { Counts, Lane, Pause, Ready } from "../lane.ts"
import { type Claimed, type Item, type Outcome, states } from "../model.ts"
import { Flag, Whole } from "./values.ts"

const Text = Schema.NullOr(Schema.String)
const Maybe = Schema.NullOr(Whole)

/** What a worker needs of an item. */
export const ClaimedRow = Schema.Struct({
  seq: Whole,
  id: Schema.String,
  operation: Schema.String,
  version: Whole,
  input: Schema.String,
  attempts: Whole,
  doubts: Whole,
  since: Whole,
  first_sent: Maybe
})

/** An item. */
export const ItemRow = Schema.Struct({
  ...ClaimedRow.fields,
  lane: Schema.String,
  account: Schema.String,
  key: Text,
  on_dead: Schema.Literals(["go-on", "hold"]),
  priority: Schema.Finite,
  state: Schema.Literals(states),
  sending: Flag,
  waits: Schema.NullOr(Schema.Literals(["due", "key"])),
  due: Whole,
  enqueued: Whole,
  ended: Maybe,
  request: Text,
  hash: Schema.String,
  outcome: Text,
  replays: Text
})

const PauseFields = { scope: Text, reason: Text, by: Text, since: Maybe }

const LaneFields = { lane: Schema.String, operation: Schema.String, account: Schema.String }

/** A lane for who works on it. */
export const ReadyRow = Schema.Struct({
  ...LaneFields,
  ...PauseFields,
  input: Text,
  version: Maybe,
  due_in: Maybe,
  fresh: Flag
})

/** The counts of a lane. */
export const StatsRow = Schema.Struct({
  ...LaneFields,
  ...PauseFields,
  enqueued: Whole,
  open: Whole,
  delivered: Whole,
  warned: Whole,
  dead: Whole,
  unknown: Whole,
  dropped: Whole,
  oldest: Maybe
})

/** An item that was moved. */
export const MovedRow = Schema.Struct({ seq: Whole, keyed: Flag })

/** A pause. */
export const PauseRow = Schema.Struct({
  scope: Schema.String,
  reason: Schema.String,
  by: Schema.String,
  since: Whole
})

const given = <Name extends string, A>(name: Name, value: A | null) =>
  value === null ? {} : ({ [name]: value } as { readonly [N in Name]: A }) // as: a computed name is not followed

/** What a worker needs of an item. */
export const claimedOf = ({ first_sent, ...row }: typeof ClaimedRow.Type): Claimed => ({
  ...row,
  ...given("firstSent", first_sent)
})

// as: only outcomes are written there; one of a later version has fields that are passed on as they are.
const outcomeOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as Outcome))

/** An item. */
export const itemOf = (row: typeof ItemRow.Type): Item => {
  const { ended, first_sent, key, on_dead, outcome, replays, request, waits, ...rest } = row
  return {
    ...rest,
    onDead: on_dead,
    ...given("key", key),
    ...given("waits", waits),
    ...given("firstSent", first_sent),
    ...given("ended", ended),
    ...given("request", request),
    ...given("outcome", outcomeOf(outcome)),
    ...given("replays", replays)
  }
}

const pauseOf = ({ by, reason, scope, since }: typeof ReadyRow.Type | typeof StatsRow.Type): Pause | null =>
  scope === null || reason === null || by === null || since === null ? null : { scope, reason, by, since }

/** A lane for who works on it. */
export const readyOf = (row: typeof ReadyRow.Type): Ready => {
  const { account, due_in, input, lane, operation, version } = row
  const next = input === null || version === null ? null : { input, version }
  return {
    lane,
    operation,
    account,
    ...given("next", next),
    ...given("dueIn", due_in),
    ...given("paused", pauseOf(row))
  }
}

/** The counts of a lane. */
export const statsOf = (
  row: typeof StatsRow.Type
): Lane & Counts & { readonly oldest?: number; readonly paused?: Pause } => {
  const { by: _by, oldest, reason: _reason, scope: _scope, since: _since, ...rest } = row
  return { ...rest, ...given("oldest", oldest), ...given("paused", pauseOf(row)) }
}
