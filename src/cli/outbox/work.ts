/** Carrying out what is in an outbox, with its lanes shown as they go. */
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import * as Outbox from "../../durable/Outbox.ts"
import { print } from "../json.ts"
import { type Paint, paint } from "../paint.ts"
import { failed, render } from "../runCall.ts"
import { Ended, exitCode, type WrongUsage } from "../usage.ts"
import { type Opened, vendorNamed, vendorNames } from "../vendors.ts"
import { laneTable } from "./show.ts"

/** What is wanted. */
export interface Wanted {
  readonly vendors: ReadonlyArray<string>
  readonly drain: boolean
  readonly options: Outbox.WorkerOptions
  readonly json: boolean
}

/** How often (ms) it is looked: at a terminal, and elsewhere. */
const [often, seldom] = [500, 5_000]

const isOf =
  ({ vendor }: Opened) =>
  ({ operation }: { readonly operation: string }): boolean =>
    operation.startsWith(`${vendor.name}.`)

/** Starts a worker for a vendor. Where its layer cannot be built, the reason is written, and the others go on. */
const start = (opened: Opened, { json, options, vendors }: Wanted) =>
  Effect.gen(function* () {
    const built = yield* Effect.exit(Layer.build(opened.worker(options)))
    if (built._tag === "Success") return true
    const error = built.cause.reasons.find((reason) => reason._tag === "Fail")?.error
    if (error instanceof Outbox.StoreUnavailable) return yield* error
    const { lanes } = yield* Outbox.stats
    const isNeeded = vendors.length > 0 || lanes.some((lane) => lane.open > 0 && isOf(opened)(lane))
    if (isNeeded)
      yield* Effect.catch(failed(opened, error), (failure) => Console.error(render(failure, json)))
    return false
  })

const snapshot = (
  { all, lanes }: Outbox.Stats,
  before: { readonly done: number; readonly at: number },
  now: number
) => {
  const { dead, delivered, open, unknown, warned } = all
  const done = delivered + warned + dead + unknown
  const perSecond =
    now === before.at ? 0 : Math.round(((done - before.done) * 10_000) / (now - before.at)) / 10
  return {
    time: DateTime.formatIso(DateTime.makeUnsafe(now)),
    open,
    delivered,
    warned,
    dead,
    unknown,
    perSecond,
    secondsLeft: perSecond > 0 ? Math.ceil(open / perSecond) : null,
    paused: lanes.flatMap(({ lane, paused }) => (paused === undefined ? [] : [lane]))
  }
}

const screen = (stats: Outbox.Stats, shot: ReturnType<typeof snapshot>, brushes: Paint): string => {
  const left =
    shot.secondsLeft === null ? "" : `, ${Duration.format(Duration.seconds(shot.secondsLeft))} left`
  return `${laneTable(stats, brushes)}\n${shot.perSecond.toLocaleString("en-US")} a second${left}`
}

/** Whether nothing is left that these vendors' workers can do. */
const isDrained = (
  { lanes }: Outbox.Stats,
  working: ReadonlyArray<Opened>,
  { account = "" }: Outbox.WorkerOptions
): boolean =>
  lanes.every(
    (lane) =>
      lane.open === 0 ||
      lane.paused !== undefined ||
      lane.account !== account ||
      !working.some((one) => isOf(one)(lane))
  )

const watch = (wanted: Wanted, working: ReadonlyArray<Opened>) =>
  Effect.gen(function* () {
    const brushes = yield* paint
    const stdio = yield* Stdio.Stdio
    const isLive = brushes.terminal && !wanted.json
    const rewrite = (text: string, height: number) =>
      Stream.run(
        Stream.make(`${height === 0 ? "" : `\u001b[${height}A`}\u001b[J${text}\n`),
        stdio.stdout({ endOnDone: false })
      )
    let [before, height, written] = [{ done: -1, at: 0 }, 0, ""]
    while (true) {
      const [now, stats] = [yield* Clock.currentTimeMillis, yield* Outbox.stats]
      const shot = snapshot(stats, before.done < 0 ? { ...before, done: 0, at: now } : before, now)
      before = { done: shot.delivered + shot.warned + shot.dead + shot.unknown, at: now }
      const text = isLive ? screen(stats, shot, brushes) : print({ ...shot, time: undefined }, true)
      if (isLive) yield* Effect.ignore(rewrite(text, height))
      else if (text !== written) yield* Console.log(print(shot, true))
      ;[height, written] = [text.split("\n").length, text]
      if (wanted.drain && isDrained(stats, working, wanted.options)) return stats
      yield* Effect.sleep(isLive || wanted.drain ? often : seldom)
    }
  })

/** What is left when nothing can be done any more. */
const leftOver = ({ all: { open }, lanes }: Outbox.Stats, { json }: Wanted) => {
  if (open === 0) return Effect.void
  const names = lanes.filter((lane) => lane.open > 0).map(({ lane }) => lane)
  const message = `${open} items stay open, for nobody works on them here or they are paused: ${names.join(", ")}.`
  return Effect.andThen(
    Console.error(json ? print({ tag: "StillOpen", message }, true) : message),
    Effect.fail(new Ended({ code: exitCode.halted }))
  )
}

/** Works until it is stopped, or, with `drain`, until nothing is left to be done. */
export const work = (wanted: Wanted) =>
  Effect.gen(function* () {
    const named = wanted.vendors.length === 0 ? vendorNames : wanted.vendors
    const opened = yield* Effect.forEach(named, (name): Effect.Effect<Opened, WrongUsage> =>
      vendorNamed(name)
    )
    const started = yield* Effect.filter(opened, (one) => start(one, wanted))
    if (started.length === 0) {
      yield* Console.error("No vendor's settings are in the environment, so nothing can be sent.")
      return yield* new Ended({ code: exitCode.failure })
    }
    yield* leftOver(yield* watch(wanted, started), wanted)
  }).pipe(Effect.scoped)
