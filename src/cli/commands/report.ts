/** `faultline report`: one call of a journal as a report to the vendor's support. It sends nothing. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Support } from "../../contract/Support.ts"
import type { JournalUnavailable, Row, Store } from "../../durable/JournalStore.ts"
import { onJournal, store } from "../journal/store.ts"
import { print } from "../json.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { vendorNamed } from "../vendors.ts"

/** For a vendor that the command line does not know: of an application's own. */
const unknown = (name: string): Support => ({
  vendor: { name },
  asks: [],
  helps: [
    { name: "Host", from: [{ host: true }] },
    { name: "Endpoint", from: [{ endpoint: true }] }
  ],
  where: `the support of ${name}`,
  see: "the application's own vendor"
})

const supportOf = (name: string): Effect.Effect<Support> =>
  vendorNamed(name).pipe(
    Effect.map(({ module }) => module.support ?? unknown(name)),
    Effect.catch(() => Effect.succeed(unknown(name)))
  )

// Two show that there is more than one.
const few = 2

const rowOf = (
  id: string,
  { find, get }: Pick<Store, "find" | "get">
): Effect.Effect<Row, JournalUnavailable | WrongUsage> =>
  Effect.gen(function* () {
    const exact = yield* get(id)
    if (exact !== undefined) return exact
    const [found, other] = yield* Stream.runCollect(find({ id, limit: few }))
    if (found === undefined)
      return yield* wrong(
        `The journal has no call “${id}”. The id is failure.call.id, as logs show it; the call may be older than what the journal keeps, or in another one (--store). “faultline journal” lists what is there.`
      )
    return other === undefined
      ? found
      : yield* wrong(`More than one call has an id that begins with “${id}”: give more of it.`)
  })

/** `faultline report` */
export const report = Command.make(
  "report",
  {
    id: Argument.String("call-id").pipe(
      Argument.withDescription("the call's id, failure.call.id in logs, or how it begins")
    ),
    store,
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document, and what is wrong as one line of JSON"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    if (given.id.trim() === "")
      return yield* wrong("Give the id of a call: failure.call.id, as logs show it.")
    const row = yield* onJournal(given, (journal) => rowOf(given.id, journal))
    const support = yield* supportOf(row.vendor)
    const { renderReport, report } = yield* Effect.promise(() => import("../../diagnose/Diagnose.ts"))
    const made = report(row, support)
    yield* Console.log(given.json ? print(made, true) : renderReport(made).trimEnd())
  })
).pipe(
  Command.withDescription(
    "Make a report to the vendor's support of a call that an application kept in its journal. Nothing is sent."
  ),
  Command.withExamples([
    {
      command: "faultline report 019d1f6e-7c1a-7000-8000-3f9a1b2c4d5e > ticket.md",
      description: "Markdown for a ticket"
    },
    { command: "faultline report 019d1f6e --store journal.db --json", description: "by how its id begins" }
  ])
)
