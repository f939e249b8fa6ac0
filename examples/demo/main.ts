/**
 * The main job: a day of a shop's records, delivered to five vendors over real HTTP while faults are injected, and a ledger that
 * must balance. `--json` prints the result as one document.
 */
import { Effect, Stream } from "effect"
import { Journal, Telemetry } from "faultline"
import type { Delivery } from "./deliver.ts"
import { killed } from "./killed.ts"
import { imbalances } from "./ledger.ts"
import { meter } from "./meter.ts"
import { progress } from "./progress.ts"
import { row, text } from "./report.ts"
import { events, sends } from "./vendors/braze.ts"
import { queries } from "./vendors/ixon.ts"
import { usage } from "./vendors/m3ter.ts"
import { actions } from "./vendors/metrix.ts"
import { hits, profiles } from "./vendors/xtremepush.ts"
import { compression, heldBy, layers, serve } from "./world.ts"

const json = process.argv.includes("--json")
const color = process.stdout.isTTY && process.env["NO_COLOR"] === undefined
const strong = (line: string) => (color ? `\u001b[1m${line}\u001b[0m` : line)

const run = Effect.gen(function* () {
  const [braze, m3ter, xtremepush, metrix, ixon] = [
    [events(), sends()] as const,
    usage(),
    [profiles(), hits()] as const,
    actions(),
    queries()
  ] as const
  const deliveries = [...braze, m3ter, ...xtremepush, metrix, ixon]
  const ids = deliveries.flatMap(({ ids }) => ids)
  const effects = new Map(deliveries.flatMap(({ effect, ids }) => ids.map((id) => [id, effect] as const)))
  const { env, port, world } = yield* serve
  if (!json)
    process.stderr.write(
      `Five simulated vendors on http://127.0.0.1:${port}; waits are compressed to ${compression * 100} %.\n`
    )
  const { of, telemetry } = meter()
  const recorded: Array<Journal.Entry> = []
  const shown = progress(ids.length, json)
  const collect = <Api>({ fates }: Delivery<Api>) =>
    Stream.runCollect(Stream.tap(fates, ({ vendor }) => shown.step(vendor)))
  const collected = yield* Effect.all(
    [
      collect(braze[0]),
      collect(braze[1]),
      collect(m3ter),
      collect(xtremepush[0]),
      collect(xtremepush[1]),
      collect(metrix),
      collect(ixon)
    ],
    { concurrency: "unbounded" }
  ).pipe(
    Effect.provide(layers(env)),
    Effect.provideService(Telemetry.Current, telemetry),
    Effect.provideService(Journal.Current, Journal.into(recorded))
  )
  yield* shown.end
  const fates = collected.flat()
  const vendors = [...new Set(deliveries.map(({ vendor }) => vendor))]
  const rows = vendors.map((vendor) =>
    row(
      vendor,
      fates.filter((fate) => fate.vendor === vendor),
      of(vendor)
    )
  )
  const wrong = imbalances(ids, fates, yield* heldBy(world), (id) => effects.get(id) ?? "once")
  return {
    records: ids.length,
    compression,
    rows,
    recorded: recorded.length,
    balanced: wrong.length === 0,
    imbalances: wrong
  }
})

const result = await Effect.runPromise(Effect.scoped(run))
if (!json)
  process.stderr.write(
    "And once more with an outbox, in a process that is killed in the middle of the day.\n"
  )
const afternoon = await Effect.runPromise(killed)
if (json) process.stdout.write(`${JSON.stringify({ ...result, killed: afternoon }, null, 2)}\n`)
else {
  const kept = `${result.recorded} answers were kept in the journal, as the vendors advise.`
  const verdict = result.balanced
    ? `The ledger balances: all ${result.records} records are accounted for, and the vendors hold exactly what the table says.`
    : `The ledger does NOT balance:\n${result.imbalances.slice(0, 20).join("\n")}`
  const { delivered, kills, records, unknown } = afternoon
  const outlived =
    afternoon.imbalances.length === 0
      ? `Killed ${kills} times with kill -9, the outbox still balances: of ${records} items ${delivered} are delivered, and ${unknown} were sent when it happened, or lost their answer, so that only a person can say. None is lost, and none was sent twice.`
      : `After ${kills} kills the outbox does NOT balance:\n${afternoon.imbalances.slice(0, 20).join("\n")}`
  process.stdout.write(
    `${text(result.rows, strong)}\n\n${strong(verdict)}\n${kept}\nWaits were compressed to ${compression * 100} % of what the vendors advise.\n\n${strong(outlived)}\n`
  )
}
process.exitCode = result.balanced && afternoon.imbalances.length === 0 ? 0 : 1
