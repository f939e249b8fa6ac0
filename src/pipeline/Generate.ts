/**
 * Makes what the caller left out, once per call and before any attempt: idempotency keys, on which a vendor de-duplicates, and the
 * time of an event. Every attempt then carries the same ones, so that repeating the call does nothing twice.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import type { Generated, Generates } from "../contract/Generates.ts"
import { isRecord } from "../contract/Wire.ts"
import { randomUuid } from "./uuid.ts"

type Make = () => unknown

/** A random UUID (version 4), from Effect's `Random`, so that a seed makes it repeat. */
export const uuid: Effect.Effect<string> = Effect.map(Effect.service(Random.Random), randomUuid)

/** The list with other items, or itself where none has changed. */
const mapped = (list: ReadonlyArray<unknown>, change: (item: unknown) => unknown): ReadonlyArray<unknown> => {
  let changed: Array<unknown> | undefined
  for (let index = 0; index < list.length; index++) {
    const now = change(list[index])
    if (now !== list[index]) (changed ??= [...list])[index] = now
  }
  return changed ?? list
}

interface Step {
  readonly name: string
  readonly list: boolean
}

const put = (value: unknown, steps: ReadonlyArray<Step>, at: number, make: Make): unknown => {
  const step = steps[at]
  if (step === undefined) return value === undefined ? make() : value
  if (!isRecord(value)) return value
  const { list, name } = step
  const inner = value[name]
  const now = !list
    ? put(inner, steps, at + 1, make)
    : Array.isArray(inner)
      ? mapped(inner, (item) => put(item, steps, at + 1, make))
      : inner
  return now === inner ? value : { ...value, [name]: now }
}

const stepsOf = (path: string): ReadonlyArray<Step> =>
  path.split(".").map((step) => {
    const list = step.endsWith("[]")
    return { list, name: list ? step.slice(0, -2) : step }
  })

/** What fills in what is missing, with the chance and the time of the fiber that asks for it. */
export const filling = (generates: Generates): Effect.Effect<(input: unknown) => unknown> => {
  const paths = Object.entries(generates).map(([path, made]) => ({ made, steps: stepsOf(path) }))
  return Effect.withFiber((fiber) => {
    const random = fiber.getRef(Random.Random)
    const clock = fiber.getRef(Clock.Clock)
    const makers: Readonly<Record<Generated, Make>> = {
      uuid: () => randomUuid(random),
      now: () => clock.currentTimeMillisUnsafe()
    }
    return Effect.succeed((input) => {
      let value = input
      try {
        for (const { made, steps } of paths) value = put(value, steps, 0, makers[made])
      } catch {
        // Reading it throws: it is no input, and its schema says so.
        return input
      }
      return value
    })
  })
}

/** The input with what was missing generated. What the caller gave stays as it is. */
export const generate = (input: unknown, generates: Generates): Effect.Effect<unknown> =>
  Effect.map(filling(generates), (fill) => fill(input))
