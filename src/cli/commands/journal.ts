/** `faultline journal`: the calls that an application has kept. */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { categories } from "../../contract/Failure.ts"
import type { Query } from "../../durable/JournalStore.ts"
import { onJournal, store } from "../journal/store.ts"
import { moment } from "../moment.ts"
import { wrong } from "../usage.ts"

const text = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description), Flag.optional)

const selection = {
  vendor: text("vendor", "V", "only of this vendor: braze"),
  operation: text("operation", "O", "only of this operation: trackUsers, or Braze.trackUsers"),
  tag: text("tag", "T", "only ended so: RateLimited, Braze.RateLimited, interrupted, defect"),
  category: Flag.Literals("category", categories).pipe(
    Flag.withDescription("only with a failure of this category"),
    Flag.optional
  ),
  since: text("since", "TIME", "only begun at or after: 2h, 2026-11-25, 2026-11-25T09:00:00Z"),
  until: text("until", "TIME", "only begun before"),
  id: text("id", "ID", "only the call with this id, or with ids that begin so")
}

type Selected = { readonly [Name in keyof typeof selection]: Option.Option<string> }

const momentsOf = ({ since, until }: Selected) =>
  Effect.gen(function* () {
    return {
      ...(Option.isNone(since) ? {} : { since: yield* moment("since", since.value) }),
      ...(Option.isNone(until) ? {} : { until: yield* moment("until", until.value) })
    }
  })

const queryOf = (given: Selected & { readonly category: Option.Option<NonNullable<Query["category"]>> }) =>
  Effect.map(momentsOf(given), (moments): Query => {
    const { category, id, operation, tag, vendor } = given
    return {
      ...moments,
      ...(Option.isNone(category) ? {} : { category: category.value }),
      ...(Option.isNone(id) ? {} : { id: id.value }),
      ...(Option.isNone(operation) ? {} : { operation: operation.value }),
      ...(Option.isNone(tag) ? {} : { tag: tag.value }),
      ...(Option.isNone(vendor) ? {} : { vendor: vendor.value })
    }
  })

/** `faultline journal` */
export const journal = Command.make(
  "journal",
  {
    ...selection,
    limit: Flag.Int("limit").pipe(
      Flag.withDescription("at most so many, the newest (default: 100)"),
      Flag.withDefault(100)
    ),
    store,
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("lines of JSON in a terminal too, and what is wrong as one line of JSON"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    if (given.limit < 1) return yield* wrong(`--limit is a number of calls, from 1: not ${given.limit}.`)
    const query = yield* queryOf(given)
    const { show } = yield* Effect.promise(() => import("../journal/show.ts"))
    yield* onJournal(given, ({ find }) => show(find({ ...query, limit: given.limit }), given.json))
  })
).pipe(Command.withDescription("List the calls that an application has kept, the newest first."))
