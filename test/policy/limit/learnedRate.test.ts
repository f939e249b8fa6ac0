import { assert, describe, it } from "@effect/vitest"
import { meter, models } from "../../../bench/storms/simulation/models.ts"
import { LearnedRate } from "../../../src/policy/limit/learnedRate.ts"
import { random } from "../../storms/random.ts"

const make = (seed = 1) => new LearnedRate(random(seed))

interface Sent {
  readonly at: number
  readonly ok: boolean
}

/** Sends as soon as it may, and no faster than each `gap` ms, from `from` to `to`; each answer comes after `rtt` ms. */
const send = (
  rate: LearnedRate,
  accepts: (now: number) => boolean,
  { from = 0, gap = 10, rtt = 5, to }: { from?: number; gap?: number; rtt?: number; to: number }
): ReadonlyArray<Sent> => {
  const sent: Array<Sent> = []
  const answers: Array<Sent> = []
  let next = from
  for (let now = from; now < to; now++) {
    while (answers[0] !== undefined && answers[0].at + rtt <= now) {
      const { at, ok } = answers.shift() ?? { at: 0, ok: true }
      if (ok) rate.answered(at, now)
      else rate.refused(at, now, false)
    }
    if (now < next || rate.readyAt(now, 0) > now) continue
    rate.sent(now)
    const one = { at: now, ok: accepts(now) }
    sent.push(one)
    answers.push(one)
    next = now + gap
  }
  return sent
}

const always = () => true
const limitOf = (model: (typeof models)[number], limit = 50) => {
  const counts = meter(model, limit, 1000)
  return (now: number) => {
    if (counts.freeAt(now) > now) return false
    counts.take(now)
    return true
  }
}
const accepted = (sent: ReadonlyArray<Sent>): number => sent.filter(({ ok }) => ok).length

describe("a learned rate", () => {
  it("holds nothing back before a refusal, however fast calls come", () => {
    assert.strictEqual(send(make(), always, { gap: 1, to: 1000 }).length, 1000)
  })

  it("tries a server that has refused for two days within little more than a quarter of an hour", () => {
    const rate = make()
    const day = 86_400_000
    let now = 0
    for (; now < 2 * day; now = Math.max(now + 1, rate.readyAt(now, 0))) {
      rate.sent(now)
      rate.refused(now, now + 5, false)
    }
    assert.isAtMost(rate.readyAt(now, 0) - now, 1.3 * 900_000)
    assert.isAtMost(now - 2 * day, 1.3 * 900_000)
  })

  for (const model of models) {
    it(`comes to what a ${model} limit accepts, and is refused little`, () => {
      const rate = make()
      const accepts = limitOf(model)
      send(rate, accepts, { to: 10_000 })
      const later = send(rate, accepts, { from: 10_000, to: 40_000 })
      assert.isAtLeast(accepted(later), 0.96 * 50 * 30)
      assert.isAtMost(later.length, 1.03 * accepted(later))
    })
  }

  it("is cut by the share that was refused, and by no more than three tenths at once", () => {
    const every = (nth: number) => {
      const rate = make()
      rate.limit(100, 1000, 0)
      for (let n = 1; n <= 10; n++) {
        rate.sent(n * 10)
        if (n === 10 || n % nth === 0) rate.refused(n * 10, n * 10, false)
        else rate.answered(n * 10, n * 10)
      }
      // A little later, when nothing of the past is owed.
      rate.sent(10_000)
      rate.sent(10_000)
      return (rate.readyAt(10_000, 0) - 10_000) / 2
    }
    // From 10 ms a call; what is forgiven is a part of it.
    assert.isAbove(every(2), every(10))
    assert.isBelow(every(2), 1.1 * (10 / 0.7) ** 1)
  })

  it("regains half of what it lost soon, and the rest slowly", () => {
    const rate = make()
    rate.limit(100, 1000, 0)
    let lot = 0
    const sent = send(rate, () => !(lot++ >= 100 && lot <= 150 && lot % 4 === 0), { gap: 1, to: 30_000 })
    const within = (from: number, to: number) => sent.filter(({ at }) => at >= from && at < to).length
    assert.isBelow(within(1500, 2500), 95)
    assert.isAbove(within(8000, 9000), within(1500, 2500))
    assert.isAtLeast(within(29_000, 30_000), 99)
  })

  it("does not grow while calls come more slowly than it lets them go", () => {
    const rate = make()
    const accepts = limitOf("fixed")
    send(rate, accepts, { to: 10_000 })
    send(rate, accepts, { from: 10_000, gap: 50, to: 300_000 })
    const after = send(rate, accepts, { from: 300_000, gap: 1, to: 301_000 })
    assert.isAtMost(after.length, 60)
  })

  it("tries single calls while everything is refused, in pauses that grow with the time", () => {
    const rate = make()
    const sent = send(rate, () => false, { to: 600_000 })
    const within = (from: number, to: number) => sent.filter(({ at }) => at >= from && at < to).length
    assert.isAtMost(within(0, 1000), 20)
    assert.isAtLeast(within(0, 1000), 8)
    assert.isAtMost(within(1000, 5000), 10)
    // A tenth of the time that it has been closed.
    assert.isAtMost(within(300_000, 600_000), 12)
    assert.isAtLeast(within(300_000, 600_000), 5)
  })

  it("tries at other times than another client does", () => {
    const [one, other] = [1, 2].map((seed) =>
      send(make(seed), () => false, { to: 10_000 }).map(({ at }) => at)
    )
    assert.notDeepEqual(one?.slice(1), other?.slice(1))
  })

  it("goes on trying when a trial is never answered", () => {
    const rate = make()
    rate.sent(0)
    rate.refused(0, 5, false)
    const at = Math.max(5, rate.readyAt(5, 0))
    rate.sent(at)
    assert.isAbove(rate.readyAt(at, 0), at)
    assert.isAtMost(rate.readyAt(at, 0), at + 1000)
  })

  it("opens with what was accepted in the second before, however short the burst of the bucket", () => {
    const rate = make()
    const accepts = limitOf("bucket10")
    const sent = send(rate, accepts, { to: 3000 })
    assert.isAtLeast(accepted(sent), 120)
  })

  it("doubles each second while it knows little, as a client does that comes late", () => {
    const rate = make()
    rate.sent(0)
    rate.refused(0, 5, false)
    const sent = send(rate, always, { from: 1000, to: 8000 })
    const within = (from: number, to: number) => sent.filter(({ at }) => at >= from && at < to).length
    assert.isAtMost(within(1000, 2000), 5)
    assert.isAtLeast(within(7000, 8000), 30)
  })

  it("charges what was sent before headers stated the limit", () => {
    const rate = make()
    for (let n = 0; n < 20; n++) rate.sent(n)
    rate.limit(50, 1000, 20)
    assert.isAtLeast(rate.readyAt(20, 0), 380 - 1)
    assert.isAtMost(rate.readyAt(20, 0), 400)
  })

  it("follows a limit that is raised, and one that is lowered", () => {
    const rate = make()
    rate.limit(10, 1000, 0)
    rate.limit(1000, 1000, 0)
    assert.isAtLeast(send(rate, always, { gap: 1, to: 1000 }).length, 950)
    rate.limit(10, 1000, 1000)
    assert.isAtMost(send(rate, always, { from: 1000, to: 3000 }).length, 21)
  })
})
