/** The outbox as a section of the page: its lanes, and the items that wait for a person. */
import type { OutboxState, Shown } from "../sources.ts"
import { type Html, html, type Part } from "./html.ts"
import { table } from "./table.ts"
import { badge, moment, number, span } from "./words.ts"

type Lane = OutboxState["lanes"][number]

const button = (action: string, words: string, about: string, fields: Readonly<Record<string, string>>) =>
  html`<button
    type="button"
    data-action="${action}"
    data-scope="${fields["scope"]}"
    data-id="${fields["id"]}"
    aria-label="${words} ${about}"
  >
    ${words}
  </button>`

const nameOf = (scope: string): string => (scope === "*" ? "everything" : scope)

const pause = (scope: string): Html => button("pause", "Pause", nameOf(scope), { scope })
const resume = (scope: string): Html => button("resume", "Resume", nameOf(scope), { scope })

const laneState = ({ paused }: Lane): Part =>
  paused === undefined
    ? badge("good", "sending")
    : html`${badge("odd", "paused")} ${paused.scope === "*" ? "with everything" : ""} by ${paused.by}:
      ${paused.reason}`

const laneRow = (lane: Lane) => ({
  key: lane.lane,
  cells: [
    lane.lane,
    number(lane.open),
    lane.oldest === undefined ? "–" : span(lane.oldest / 1_000),
    number(lane.unknown),
    number(lane.dead),
    laneState(lane),
    // What pauses a lane from above is lifted there.
    lane.paused === undefined ? pause(lane.lane) : lane.paused.scope === lane.lane ? resume(lane.lane) : "–"
  ]
})

const lanes = ({ lanes: all }: OutboxState): Html =>
  all.length === 0
    ? html`<p>Nothing was ever enqueued.</p>`
    : table({
        caption: "What waits in each lane",
        columns: ["Lane", "Waiting", "Oldest", "Unknown", "Dead", "State", "Action"],
        rows: all.map(laneRow)
      })

/** Pauses that hold more than one lane. */
const pauses = ({ lanes: all, pauses }: OutboxState): Html => {
  const wider = pauses.filter(({ scope }) => !all.some(({ lane }) => lane === scope))
  const everything = wider.some(({ scope }) => scope === "*")
  return html`<ul class="pauses" data-key="pauses">
    ${wider.map(
      ({ by, reason, scope }) =>
        html`<li data-key="${scope}">
          ${badge("odd", "paused")} ${nameOf(scope)} by ${by}: ${reason} ${resume(scope)}
        </li>`
    )}
    ${!everything && html`<li data-key="*">${pause("*")} everything, in all processes</li>`}
  </ul>`
}

const why = ({ outcome }: Shown): Part => [
  outcome?.tag === undefined ? "" : `${outcome.tag}: `,
  outcome?.message ?? outcome?.because ?? "no reason is known",
  outcome?.remedy === undefined ? "" : html` <strong>What to do:</strong> ${outcome.remedy}`
]

const itemRow = (action: "requeue" | "resolve") => (item: Shown) => ({
  key: item.id,
  cells: [
    item.id,
    item.operation,
    moment(item.enqueued),
    number(item.attempts),
    why(item),
    action === "requeue"
      ? button("requeue", "Requeue", item.id, { id: item.id })
      : button("resolve", "Resolve", item.id, { id: item.id })
  ]
})

interface Kind {
  readonly state: "unknown" | "dead"
  readonly title: string
  readonly caption: string
  readonly none: string
  readonly action: "requeue" | "resolve"
}

const items = (outbox: OutboxState, { action, caption, none, state, title }: Kind): Html => {
  const [shown, all] = [outbox[state], outbox.all[state]]
  const more = all > shown.length ? html`<p>The first ${shown.length} of ${number(all)}.</p>` : undefined
  return html`<div data-key="${state}">
    <h3>${title}</h3>
    ${
      shown.length === 0
        ? html`<p>${none}</p>`
        : table({
            caption,
            columns: ["Item", "Operation", "Enqueued", "Attempts", "Why", "Action"],
            rows: shown.map(itemRow(action))
          })
    }
    ${more}
  </div>`
}

/** The section. */
export const outbox = (state: OutboxState): Html =>
  html`<div data-key="lanes">
      <h3>Lanes</h3>
      ${lanes(state)} ${state.moreLanes > 0 && html`<p>${number(state.moreLanes)} more, with less to do.</p>`}
      ${pauses(state)}
    </div>
    ${items(state, {
      state: "unknown",
      title: "Unknown: sent, and nobody knows whether it was done",
      caption: "Items to resolve",
      none: "No item is in doubt.",
      action: "resolve"
    })}
    ${items(state, {
      state: "dead",
      title: "Dead: refused, and nothing was done",
      caption: "Items to requeue, or to leave",
      none: "No item is dead.",
      action: "requeue"
    })}`
