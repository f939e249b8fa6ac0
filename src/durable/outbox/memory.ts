/** An outbox in memory: for tests with `TestClock`, and the plainest form of the state machine. Nothing outlives the process. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { make as makeMoves } from "./memory/moves.ts"
import { make as makeReads } from "./memory/reads.ts"
import { make as makeRequests } from "./memory/requests.ts"
import { Rows } from "./memory/rows.ts"
import { type Commands, OutboxStore } from "./store.ts"

const make = (): Commands => {
  const rows = new Rows()
  return { ...makeRequests(rows), ...makeMoves(rows), ...makeReads(rows) }
}

/** The store. */
export const layerMemory: Layer.Layer<OutboxStore> = Layer.effect(OutboxStore, Effect.sync(make))
