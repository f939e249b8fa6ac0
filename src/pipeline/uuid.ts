/** UUIDs from Effect's `Random`, so that a seed makes them repeat: random ones (version 4), and ones that sort by time (version 7). */
import type * as Random from "effect/Random"

const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0))
// The hyphens stay. It is written and read in one go, never across a step of a fiber: each item of a batch gets a UUID.
const units = Array.from("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", (unit) => unit.charCodeAt(0))

/** Writes the hexadecimal digits of a word from one of its bits down to another. */
const write = (at: number, word: number, from: number, to: number): void => {
  for (let place = at, shift = from; shift >= to; shift -= 4)
    units[place++] = digits[(word >>> shift) & 15] ?? 0
}

/** What random words are drawn from. */
export type Chance = typeof Random.Random.Service

/** A random word of 32 bits. */
const word = (random: Chance): number => (random.nextDoubleUnsafe() * 0x1_0000_0000) | 0

const writeRest = (version: number, bits: number, variant: number, last: number): string => {
  write(14, (bits & 0x0fff) | (version << 12), 12, 0)
  write(19, (variant & 0x3fff_ffff) | 0x8000_0000, 28, 16)
  write(24, variant, 12, 0)
  write(28, last, 28, 0)
  return String.fromCharCode(...units)
}

/** A random UUID: version 4. */
export const randomUuid = (random: Chance): string => {
  const first = word(random)
  const second = word(random)
  write(0, first, 28, 0)
  write(9, second, 28, 16)
  return writeRest(4, second, word(random), word(random))
}

const beyond = 2 ** 48

/** A UUID that sorts by its moment (Unix ms): version 7. Within one millisecond their order is a matter of chance. */
export const timedUuid = (random: Chance, millis: number): string => {
  const moment = Math.min(Math.max(0, Math.floor(millis)), beyond - 1)
  write(0, Math.floor(moment / 0x1_0000), 28, 0)
  write(9, moment % 0x1_0000, 12, 0)
  return writeRest(7, word(random), word(random), word(random))
}
