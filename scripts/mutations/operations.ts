/** Mutations of the alert rules. */
import type { Mutation } from "./mutation.ts"

const tests = ["test/operations/promtool.test.ts"]

export const operations: ReadonlyArray<Mutation> = [
  {
    name: "the first unknown delivery of all is missed",
    file: "scripts/operations/promql.ts",
    find: " > 0 or (${selector} > 0 unless ${selector} offset ${window})`",
    replace: " > 0`",
    tests
  },
  {
    name: "a circuit that is tried in vain now and then is no outage",
    file: "scripts/operations/rules/guards.ts",
    find: 'series("breakerState", { state: "closed" }))} == 0`',
    replace: 'series("breakerState", { state: "open" }))} == 1`',
    tests
  },
  {
    name: "mistakes of callers are an outage of the vendor",
    file: "scripts/operations/rules/requests.ts",
    find: 'status: "=~(5..)?"',
    replace: 'status: "=~.*"',
    tests
  },
  {
    name: "a process that is out of retries hides behind one that is not",
    file: "scripts/operations/rules/calls.ts",
    find: 'minBy(["vendor"], series("budgetAvailable"))',
    replace: 'sumBy(["vendor"], series("budgetAvailable"))',
    tests
  },
  {
    name: "a full queue hides behind an empty one",
    file: "scripts/operations/rules/guards.ts",
    find: '`${series("inFlight")} / ${series("inFlightLimit")} > 0.9',
    replace: '`sum(${series("inFlight")}) / sum(${series("inFlightLimit")}) > 0.9',
    tests
  },
  {
    name: "an outbox that drains alerts",
    file: "scripts/operations/rules/outbox.ts",
    find: "} > 900`",
    replace: "} > 0`",
    tests
  }
]
