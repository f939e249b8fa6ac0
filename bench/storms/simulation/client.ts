/**
 * One client: the library's queue, pacer and in-flight limit, driven by events, and around them what the stages do: retry, budget
 * and the timeout of an attempt, with their defaults.
 */
import { AdaptiveConcurrency } from "../../../src/policy/limit/adaptiveConcurrency.ts"
import * as Hints from "../../../src/policy/limit/Hints.ts"
import { ProbeGate } from "../../../src/policy/limit/probeGate.ts"
import { Pacer } from "../../../src/policy/limit/pacer.ts"
import { Queue } from "../../../src/policy/limit/queue.ts"
import type { Quota } from "../../../src/policy/limit/quota.ts"
import { Readiness } from "../../../src/policy/limit/readiness.ts"
import type { Waiter } from "../../../src/policy/limit/waiter.ts"
import { makeSlidingCount } from "../../../src/policy/budget/slidingCount.ts"
import type { Answer } from "./server.ts"
import type { Timeline } from "./timeline.ts"

/** The outermost retry: three more attempts after faults, full jitter, 100 ms doubling to 5 s. */
const retry = { times: 3, base: 100, longest: 5000 }
/** The budget's defaults: a tenth of the first attempts of 10 s, and one per second. */
const budget = { share: 0.1, memory: 10_000, reserve: 10 }

/** Sends a request; the answer comes later, or never. */
export type Send = (answered: (answer: Answer) => void) => void

/** What a client needs of the storm. */
export interface Surroundings {
  readonly timeline: Timeline
  readonly random: () => number
  readonly send: Send
  readonly timeout: number
  readonly quotas: ReadonlyArray<Quota>
}

/** One call; `end` is called once. */
export interface Call {
  readonly arrived: number
  readonly deadline: number
  readonly end: (ok: boolean) => void
}

const nothing: Hints.RateHints = {}
const mostWaiting = 2000
/** As the queue's own timer. */
const resolution = 1

export class Client {
  private readonly queue: Queue
  private readonly concurrency = new AdaptiveConcurrency({}, new ProbeGate(250))
  private readonly firsts = makeSlidingCount(budget.memory)
  private readonly retries = makeSlidingCount(budget.memory)
  private readonly storm: Surroundings
  private entered = 0
  private armed = Infinity

  constructor(storm: Surroundings) {
    this.storm = storm
    this.queue = new Queue(
      new Readiness(new Pacer(storm.quotas, storm.random), this.concurrency, false),
      mostWaiting
    )
  }

  /** A call arrives. */
  call(call: Call): void {
    this.firsts.add(this.storm.timeline.now)
    this.attempt(call, 0, 0)
  }

  /** Changes the queue, then sets the timer for what is next. */
  private act(change: (now: number) => void): void {
    const { timeline } = this.storm
    change(timeline.now)
    const at = this.queue.wakeAt(timeline.now)
    if (at !== Infinity && this.armed <= at) return
    this.armed = at
    if (at === Infinity) return
    timeline.at(Math.max(timeline.now + resolution, at), () => {
      if (this.armed !== at) return
      this.armed = Infinity
      this.act(this.queue.pump)
    })
  }

  private attempt(call: Call, faults: number, probes: number): void {
    const { now } = this.storm.timeline
    const waiter: Waiter = {
      key: "",
      kind: "",
      arrived: call.arrived,
      entered: this.entered++,
      deadline: call.deadline,
      allotted: call.deadline - now,
      failFast: Infinity,
      idempotent: true,
      probes,
      resume: (turn) => {
        if (turn.go) return this.send(call, waiter, faults)
        call.end(false)
      },
      inFlight: undefined
    }
    this.act((time) => this.queue.enter(waiter, time))
  }

  private send(call: Call, waiter: Waiter, faults: number): void {
    const { send, timeline, timeout } = this.storm
    let over = false
    const ended = (answer: Answer | undefined) => {
      if (over) return
      over = true
      this.ended(call, waiter, faults, answer)
    }
    timeline.at(Math.min(timeline.now + timeout, call.deadline), () => ended(undefined))
    send(ended)
  }

  private ended(call: Call, waiter: Waiter, faults: number, answer: Answer | undefined): void {
    const { now } = this.storm.timeline
    const status = answer?.status ?? 504
    const ending = status === 429 ? "limited" : status >= 500 ? "failing" : "answered"
    const hints = answer === undefined ? nothing : Hints.read(answer.headers, now)
    let down = false
    this.act((time) => {
      down = this.queue.done(waiter, { ending, hints }, time)
    })
    if (ending === "answered") return call.end(now <= call.deadline)
    // Refused for now, it goes back to its place; and so does one that failed while the server was down.
    if (ending === "limited" || down) return this.attempt(call, faults, waiter.probes + (down ? 1 : 0))
    this.faulted(call, faults + 1)
  }

  /** After a fault: a wait, and the price of a retry. */
  private faulted(call: Call, faults: number): void {
    const { random, timeline } = this.storm
    const wait = random() * Math.min(retry.longest, retry.base * 2 ** (faults - 1))
    if (faults > retry.times || timeline.now + wait >= call.deadline) return call.end(false)
    timeline.at(timeline.now + wait, () => {
      if (!this.withdraw()) return call.end(false)
      this.attempt(call, faults, 0)
    })
  }

  private withdraw(): boolean {
    const { now } = this.storm.timeline
    const pays = budget.reserve + this.firsts.sum(now) * budget.share - this.retries.sum(now) >= 1
    if (pays) this.retries.add(now)
    return pays
  }
}
