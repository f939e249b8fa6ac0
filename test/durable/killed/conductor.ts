/** Starts a vendor, workers and a producer, and kills them at random times, until it has killed enough and all is done. */
import { Effect, ManagedRuntime, Stream } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { Child } from "./child.ts"
import { type Config, times } from "./config.ts"
import { randomOf } from "./jobs.ts"
import { storeOf } from "./stores.ts"
import { type Ledger, type Moods, openVendor } from "./vendor.ts"

export interface Plan {
  /** A file, or `postgres://…`. */
  readonly store: string
  readonly seed: number
  readonly kills: number
  readonly workers: number
  /** Jobs in a request. */
  readonly count: number
  /** Clocks are wrong by up to so many seconds. */
  readonly skew?: number
  /** Workers do not write down what they are about to send: the test must notice. */
  readonly blind?: boolean
  readonly moods?: Partial<Moods>
  /** What else is done to them, once, in the middle. */
  readonly meanwhile?: () => Promise<void>
  readonly report?: (line: string) => void
}

/** What a run has left behind. */
export interface Record {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly items: ReadonlyArray<Outbox.Item>
  readonly stats: Outbox.Stats
  /** All jobs before this place were acknowledged. */
  readonly acked: number
  /** How often workers were killed or held. */
  readonly killed: { workers: number; producers: number; pauses: number }
  readonly problems: ReadonlyArray<string>
}

const sleep = (millis: number) => new Promise<void>((resolve) => void setTimeout(resolve, millis))

const until = async (
  what: string,
  seconds: number,
  holds: () => boolean | Promise<boolean>,
  else_: () => ReadonlyArray<string> = () => []
) => {
  const end = Date.now() + seconds * 1_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s. ${else_().join(" ")}`)
    await sleep(50)
  }
}

class Cast {
  workers: Array<Child> = []
  producer: Child
  readonly killed = { workers: 0, producers: 0, pauses: 0 }
  readonly problems: Array<string> = []
  readonly random: () => number
  private isOver = false
  private readonly plan: Plan
  private readonly url: string

  constructor(plan: Plan, url: string) {
    this.plan = plan
    this.url = url
    this.random = randomOf(plan.seed)
    this.producer = this.start("producer", 0)
    for (let index = 0; index < plan.workers; index++) this.workers.push(this.start("worker", 0))
  }

  start(script: "worker" | "producer", from: number): Child {
    const { blind = false, count, seed, skew = 0, store } = this.plan
    const config: Config = {
      store,
      url: this.url,
      seed,
      count,
      blind,
      block: 0,
      idle: false,
      from,
      skew: script === "worker" ? Math.round((this.random() * 2 - 1) * skew * 1_000) : 0,
      most: count === 1 ? 400 : 4_000
    }
    return new Child(script, config)
  }

  async killProducer(): Promise<void> {
    await this.producer.kill()
    this.killed.producers++
    this.note(this.producer)
    this.producer = this.start("producer", this.producer.acked)
  }

  // One that starts while the store cannot be reached says so and ends: whoever runs it starts it again.
  private note({ problems }: Child): void {
    this.problems.push(...problems.filter((one) => !one.includes("cannot be used: ")))
  }

  async killWorker(): Promise<void> {
    const victims = this.workers.filter(({ isReady, isStopped }) => isReady && !isStopped)
    const victim = victims[Math.floor(this.random() * victims.length)]
    if (victim === undefined) return
    if (this.random() < 0.2) {
      this.killed.pauses++
      void victim.pause(times.lease + this.random() * 1_500)
      return
    }
    await victim.kill()
    this.killed.workers++
    this.note(victim)
    this.workers = [...this.workers.filter((one) => one !== victim), this.start("worker", 0)]
  }

  /** Nothing more is enqueued. */
  async endProducer(): Promise<void> {
    this.isOver = true
    await this.producer.kill()
  }

  /** Those who died of something else are problems, and are started again. */
  async tend(): Promise<void> {
    for (const one of this.workers.filter(({ isGone }) => isGone)) this.note(one)
    this.workers = this.workers.map((one) => (one.isGone ? this.start("worker", 0) : one))
    if (!this.producer.isGone || this.isOver) return
    this.note(this.producer)
    this.producer = this.start("producer", this.producer.acked)
  }

  async end(): Promise<void> {
    await Promise.all([this.producer, ...this.workers].map((child) => child.kill()))
    for (const one of [this.producer, ...this.workers]) this.note(one)
  }
}

/** Waits until the vendor has been asked a few times more, so that a slow machine is not killed before it does anything. */
const progress = async (cast: Cast, { requests }: Ledger): Promise<void> => {
  const done = () => requests.once + requests.often + requests.keyed
  const [end, enough] = [Date.now() + 3_000, done() + Math.ceil(cast.random() * 20)]
  while (done() < enough && Date.now() < end) await sleep(10)
  await sleep(cast.random() * 50)
}

const killing = async (cast: Cast, ledger: Ledger, plan: Plan): Promise<void> => {
  const { kills, meanwhile, report } = plan
  const wrong = () => cast.workers.flatMap(({ problems }) => problems)
  await until("a worker starts", 30, () => cast.workers.some(({ isReady }) => isReady), wrong)
  for (let kill = 0; kill < kills; kill++) {
    await progress(cast, ledger)
    await cast.tend()
    await until("a worker starts", 30, () => cast.workers.some((one) => one.isReady && !one.isStopped), wrong)
    await (cast.random() < 0.2 && cast.producer.isReady ? cast.killProducer() : cast.killWorker())
    if (kill === Math.floor(kills / 2)) await meanwhile?.()
    if (kill % 20 === 19) report?.(`${kill + 1} kills, ${cast.producer.acked} acknowledged`)
  }
}

/** Runs a plan to its end: nothing is open any more. */
export const run = async (plan: Plan): Promise<Record> => {
  const vendor = await openVendor(plan.seed, plan.moods)
  const runtime = ManagedRuntime.make(storeOf(plan.store))
  const cast = new Cast(plan, vendor.url)
  try {
    await killing(cast, vendor.ledger, plan)
    await cast.endProducer()
    const open = async () => {
      await cast.tend()
      const open = Effect.map(Outbox.stats, ({ all }) => all.open)
      return (await runtime.runPromise(Effect.orElseSucceed(open, () => Infinity))) === 0
    }
    // An item that was held up again and again waits for minutes when it then meets trouble.
    await until("all is done", plan.kills < 50 ? 90 : 420, open)
    // What is late comes now.
    await sleep(times.lease + 500)
    await cast.end()
    const left = Effect.zip(Stream.runCollect(Outbox.items()), Outbox.stats)
    const [items, stats] = await runtime.runPromise(Effect.retry(left, { times: 100 }))
    const { killed, problems } = cast
    return { plan, ledger: vendor.ledger, items, stats, acked: cast.producer.acked, killed, problems }
  } finally {
    await cast.end()
    await runtime.dispose()
    vendor.close()
  }
}
