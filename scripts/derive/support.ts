/** What a vendor's support asks for, as a section of its reference page. */
import type { Item, Place, Support } from "../../src/contract/Support.ts"
import { code, source, table, text } from "./markdown.ts"

const parts: Readonly<Record<string, string>> = {
  request: "the request, as a curl command",
  answer: "the answer",
  times: "every attempt with its time in UTC",
  side: "every attempt: network connectivity, or whose side",
  log: "the call as lines of a log"
}

const placeOf = (place: Place): string => {
  if ("part" in place) return parts[place.part] ?? place.part
  if ("host" in place) return "the address of the host"
  if ("endpoint" in place) return "method and path"
  if ("header" in place) return `header ${code(place.header)} of the request`
  if ("after" in place) return `the path, after ${code(place.after)}`
  if ("sent" in place) return `${code(place.sent)} of the request`
  return "answerHeader" in place
    ? `header ${code(place.answerHeader)} of the answer`
    : `${code(place.answered)} of the answer`
}

const rows = (items: ReadonlyArray<Item>, wanted: string): ReadonlyArray<ReadonlyArray<string>> =>
  items.map(({ add, from = [], name }) => [
    text(name),
    wanted,
    [...from.map(placeOf), ...(add === undefined ? [] : [`a person: ${text(add)}`])].join("; else ")
  ])

/** The section; nothing where the vendor has no facts about its support. */
export const support = (facts: Support | undefined): ReadonlyArray<string> =>
  facts === undefined
    ? []
    : [
        "## Support",
        `Write to: ${text(facts.where)}. ${facts.asks.length === 0 ? "No page lists what is needed; this identifies a call" : "What is asked for, in the order of its page, and what else identifies a call"}. [A report](../how-to/support.md) has it. Source: ${source(facts.see)}.`,
        table(["What", "Asked for", "From"], [...rows(facts.asks, "yes"), ...rows(facts.helps, "")])
      ]
