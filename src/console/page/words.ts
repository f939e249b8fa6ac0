/** Numbers, times and states as people read them. */
import * as DateTime from "effect/DateTime"
import { type Html, html } from "./html.ts"

/** A whole number with its thousands; a smaller one with a tenth. */
export const number = (value: number): string =>
  Math.abs(value) < 100 && !Number.isInteger(value)
    ? value.toFixed(1)
    : Math.round(value).toLocaleString("en-US")

/** A number, or a dash where it is not known. */
export const orDash = (value: number | undefined): string => (value === undefined ? "–" : number(value))

/** A span in its greatest unit: `12 s`, `3 min`, `5 h`, `2 d`. */
export const span = (seconds: number): string => {
  if (seconds < 120) return `${Math.ceil(seconds)} s`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} d`
}

/** A moment (Unix ms), in UTC. */
export const moment = (at: number): Html => {
  const iso = DateTime.formatIso(DateTime.makeUnsafe(at))
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")} UTC</time>`
}

/** A word with its color: the word alone says it too. */
export const badge = (kind: "good" | "odd" | "bad" | "plain", word: string): Html =>
  html`<span class="badge ${kind}">${word}</span>`
