/** The learned rates that several processes share: one small hash for each quota, which Redis forgets. */
import * as Effect from "effect/Effect"
import * as Redis from "effect/persistence/Redis"
import type { Learned } from "../limit/store.ts"

/** A rate that nobody tells anew is forgotten after so long (ms): a minute is the most common window of the documented limits. */
export const forgotten = 60_000

/** Keeps what is told, where it is newer than what is there: cut more often, or as often and higher. Gives what is there by then. */
const report = Redis.script((key: string, { cuts, rate }: Learned) => [key, cuts, rate, forgotten], {
  numberOfKeys: 1,
  lua: `
local found = redis.call("HMGET", KEYS[1], "cuts", "rate")
local cuts, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local known, best = tonumber(found[1]), tonumber(found[2])
if not known or not best or cuts > known or (cuts == known and rate > best) then
  redis.call("HSET", KEYS[1], "cuts", ARGV[1], "rate", ARGV[2])
  redis.call("PEXPIRE", KEYS[1], ARGV[3])
  return { ARGV[1], ARGV[2] }
end
return found
`
}).withReturnType<readonly [cuts: string | null, rate: string | null]>()

/** Tells and asks what is known of the rate of the quota of this name. Whatever it fails with, the process goes on with its own rate. */
export type Exchange = (
  name: string,
  mine: Learned | undefined
) => Effect.Effect<Learned | undefined, unknown>

/** What another program wrote there is not believed. */
const read = ([cuts, rate]: readonly [string | null, string | null]): Learned | undefined => {
  const found = { cuts: Number(cuts ?? NaN), rate: Number(rate ?? NaN) }
  return Number.isInteger(found.cuts) && found.rate > 0 && found.rate < Infinity ? found : undefined
}

/** Through a Redis, under names with this prefix. */
export const exchangeThrough =
  ({ eval: run, send }: Redis.Redis["Service"], prefix: string): Exchange =>
  (name, mine) => {
    const key = `${prefix}${name}`
    const asked =
      mine === undefined
        ? send<readonly [string | null, string | null]>("HMGET", key, "cuts", "rate")
        : run(report)(key, mine)
    return Effect.map(asked, read)
  }
