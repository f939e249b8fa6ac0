/**
 * Makes what the caller left out, once per call and before any attempt: idempotency keys, on which a vendor de-duplicates, and the
 * time of an event. Every attempt then carries the same ones, so that repeating the call does nothing twice.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import type { Generated, Generates } from "../contract/Generates.ts"
import { isRecord } from "../contract/Wire.ts"

const hex = (bytes: ReadonlyArray<number>): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")

/** A random UUID (version 4), from Effect's `Random`, so that a seed makes it repeat. */
export const uuid: Effect.Effect<string> = Effect.map(
  Effect.forEach(Array.from({ length: 16 }), () => Random.nextIntBetween(0, 255)),
  (bytes) => {
    const marked = bytes.map((byte, index) =>
      index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    )
    const parts = [
      marked.slice(0, 4),
      marked.slice(4, 6),
      marked.slice(6, 8),
      marked.slice(8, 10),
      marked.slice(10)
    ]
    return parts.map(hex).join("-")
  }
)

const makers: Record<Generated, Effect.Effect<unknown>> = { uuid, now: Clock.currentTimeMillis }

const put = (
  value: unknown,
  steps: ReadonlyArray<string>,
  make: Effect.Effect<unknown>
): Effect.Effect<unknown> => {
  const [step, ...rest] = steps
  if (step === undefined) return value === undefined ? make : Effect.succeed(value)
  if (!isRecord(value)) return Effect.succeed(value)
  const list = step.endsWith("[]")
  const name = list ? step.slice(0, -2) : step
  const inner = value[name]
  const filled = !list
    ? put(inner, rest, make)
    : Array.isArray(inner)
      ? Effect.forEach(inner, (item) => put(item, rest, make))
      : Effect.succeed(inner)
  return Effect.map(filled, (now) => (now === inner || now === undefined ? value : { ...value, [name]: now }))
}

/** The input with what was missing generated. What the caller gave stays as it is. */
export const generate = (input: unknown, generates: Generates): Effect.Effect<unknown> =>
  Effect.gen(function* () {
    let value = input
    for (const [path, generated] of Object.entries(generates))
      value = yield* put(value, path.split("."), makers[generated])
    return value
  })
