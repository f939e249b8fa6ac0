/** The last failures, each explained, as a section of the page. */
import type { FailedCall } from "../sources.ts"
import { type Html, html, link } from "./html.ts"
import { badge, moment } from "./words.ts"

const meanings: Readonly<Record<string, string>> = {
  NotSent: "never sent",
  Refused: "nothing was done",
  Unknown: "it may have been done",
  Applied: "it was done; do not send it again"
}

const delivery = (one: FailedCall): Html => {
  const words = meanings[one.delivery ?? ""] ?? "not known whether it was done"
  return badge(one.delivery === "Unknown" || one.delivery === "Applied" ? "odd" : "plain", words)
}

/** What happened, without what to do about it, which stands by itself. */
const sentence = ({ message, remedy = "" }: FailedCall): string => message.replace(remedy, "").trim()

const facts = ({ at, attempts, status }: FailedCall): Html =>
  html`${moment(at)} · ${attempts}
  ${attempts === 1 ? "attempt" : "attempts"}${status === undefined ? "" : ` · HTTP ${status}`}`

const report = ({ id, tag }: FailedCall): Html | undefined =>
  id === undefined
    ? undefined
    : html`<button type="button" data-report="${id}" aria-label="Report of ${tag}, call ${id}">
        Report
      </button>`

const item = (one: FailedCall, index: number): Html =>
  html`<li data-key="${one.id ?? `${one.at} ${index}`}">
    <h3>${one.tag} <span class="of">${one.operation}</span></h3>
    <p>${sentence(one)}</p>
    ${one.remedy !== undefined && html`<p><strong>What to do:</strong> ${one.remedy}</p>`}
    ${one.see !== undefined && html`<p><strong>Documented at:</strong> ${link(one.see)}</p>`}
    <p class="facts">${delivery(one)} ${facts(one)}</p>
    ${report(one)}
  </li>`

/** The section. */
export const failures = (all: ReadonlyArray<FailedCall>): Html =>
  all.length === 0
    ? html`<p>No call has failed.</p>`
    : html`<ol class="failures" reversed>
        ${all.map(item)}
      </ol>`
