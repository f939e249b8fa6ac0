/**
 * Makes what the caller left out, once per call and before any attempt: idempotency keys, on which a vendor de-duplicates, and the
 * time of an event. Every attempt then carries the same ones, so that repeating the call does nothing twice.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import type { Generated, Generates } from "../contract/Generates.ts"
import { isRecord } from "../contract/Wire.ts"

const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0))
// The hyphens stay. It is written and read in one go, never across a step of a fiber: each item of a batch gets a UUID.
const units = Array.from("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", (unit) => unit.charCodeAt(0))

/** Writes the hexadecimal digits of a word from one of its bits down to another. */
const write = (at: number, word: number, from: number, to: number): void => {
  for (let place = at, shift = from; shift >= to; shift -= 4)
    units[place++] = digits[(word >>> shift) & 15] ?? 0
}

type Chance = typeof Random.Random.Service

/** A random word of 32 bits. */
const word = (random: Chance): number => (random.nextDoubleUnsafe() * 0x1_0000_0000) | 0

const makeUuid = (random: Chance): string => {
  const first = word(random)
  const version = word(random)
  const variant = word(random)
  const last = word(random)
  write(0, first, 28, 0)
  write(9, version, 28, 16)
  write(14, (version & 0x0fff) | 0x4000, 12, 0)
  write(19, (variant & 0x3fff_ffff) | 0x8000_0000, 28, 16)
  write(24, variant, 12, 0)
  write(28, last, 28, 0)
  return String.fromCharCode(...units)
}

type Make = () => unknown

/** A random UUID (version 4), from Effect's `Random`, so that a seed makes it repeat. */
export const uuid: Effect.Effect<string> = Effect.map(Effect.service(Random.Random), makeUuid)

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
      uuid: () => makeUuid(random),
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
