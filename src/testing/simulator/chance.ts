/** Randomness that repeats: the same seed gives the same draws, on every machine. */

/** A source of draws, one after another. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly integer: (least: number, most: number) => number
  /** Characters of an alphabet. */
  readonly text: (length: number, alphabet?: string) => string
  /** A version 4 UUID. */
  readonly uuid: () => string
}

// FNV-1a, finished as in MurmurHash3 so that similar texts give unlike numbers.
const hash = (text: string): number => {
  let mixed = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

// Mulberry32, by Tommy Ettinger (public domain): one step of a 32-bit generator.
const scatter = (state: number): number => {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

/** One number from 0 up to 1 that depends on the parts alone, not on what was drawn before. */
export const draw = (...parts: ReadonlyArray<string | number>): number => scatter(hash(parts.join("\u0000")))

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

/** A source of draws for a seed. */
export const make = (seed: string | number): Chance => {
  let state = hash(String(seed))
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    return scatter(state)
  }
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const text = (length: number, alphabet = letters) =>
    Array.from({ length }, () => alphabet[integer(0, alphabet.length - 1)]).join("")
  const uuid = () => {
    const hex = text(32, "0123456789abcdef")
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20)
    ].join("-")
  }
  return { next, integer, text, uuid }
}
