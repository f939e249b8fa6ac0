/** How vendors stand, as a section of the page. */
import type { Health } from "../sources.ts"
import { type Html, html, type Part } from "./html.ts"
import { table } from "./table.ts"
import { badge, moment, number, orDash, span } from "./words.ts"

type Class = Health["classes"][number]

const circuits = {
  closed: badge("good", "closed"),
  half_open: badge("odd", "half open"),
  open: badge("bad", "open")
} as const

const held = ({ downSince, held: seconds }: Class): Part => {
  if (downSince !== undefined) return html`${badge("bad", "no answer")} since ${moment(downSince)}`
  return seconds > 0 ? badge("odd", `for ${span(seconds)}`) : "no"
}

const quotas = ({ quotas: all }: Class): Part =>
  all.length === 0
    ? "–"
    : all.map(
        ({ limit, remaining, window }, index) =>
          `${index === 0 ? "" : "; "}${number(remaining)} of ${number(limit)} in ${span(window)}`
      )

const columns = ["Class", "Circuit", "Waiting", "In flight", "Calls per second", "Held", "Quota left"]

const row = (one: Class) => ({
  key: one.class,
  cells: [
    one.class,
    one.circuit === undefined ? "–" : circuits[one.circuit],
    number(one.waiting),
    `${number(one.inFlight)} of ${one.inFlightLimit === undefined ? "any" : number(one.inFlightLimit)}`,
    one.rate === undefined ? "not limited" : number(one.rate),
    held(one),
    quotas(one)
  ]
})

const token = (seconds: number | undefined): Part => {
  if (seconds === undefined) return undefined
  return seconds > 0 ? ` · token ends in ${span(seconds)}` : html` · ${badge("odd", "token has ended")}`
}

const vendor = (one: Health): Html =>
  html`<div data-key="${one.vendor}">
    <h3>${one.vendor}</h3>
    <p>Retry budget: ${orDash(one.retryBudget)}${token(one.tokenExpiresIn)}</p>
    ${table({ caption: `${one.vendor} by class of endpoints`, columns, rows: one.classes.map(row) })}
  </div>`

/** The section. */
export const health = (all: ReadonlyArray<Health>): Html =>
  all.length === 0 ? html`<p>No layer of a vendor is built yet.</p>` : html`${all.map(vendor)}`
