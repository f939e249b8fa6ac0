/** What is asked of the vendors in a run of chaos. Each thing that a call does carries a mark of its own, by which the ledger knows it. */
import { DateTime, Effect, Stream } from "effect"
import type * as Batch from "../../src/many/Batch.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import type { Chance } from "../../src/testing/simulator/chance.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import type { Apis, Name } from "./rigs.ts"

/** What the caller knows of one thing that was to be done. */
export type Verdict = "done" | "not done" | "unknown"

/** A call as it can be made. */
export interface Request {
  readonly operation: AnyOperation
  /** Marks of the things that it is to do; none where it only reads. */
  readonly marks: ReadonlyArray<string>
  /** Whether each of them may be done once at most. */
  readonly once: boolean
  /** Whether it is one call, with one deadline. */
  readonly single: boolean
  /** Ends with a verdict for each mark, or fails. */
  readonly run: Effect.Effect<ReadonlyArray<Verdict>, unknown, Apis>
}

/** What is there before chaos begins. */
export interface Known {
  readonly meter: string
  readonly campaign: number
}

export const verdictOf = ({ delivery }: AnyFailure): Verdict =>
  delivery === "Applied" ? "done" : delivery === "Unknown" ? "unknown" : "not done"

const one = (
  operation: AnyOperation,
  once: boolean,
  marks: ReadonlyArray<string>,
  call: Effect.Effect<unknown, unknown, Apis>
): Request => ({
  operation,
  marks,
  once,
  single: true,
  run: Effect.as(
    call,
    marks.map((): Verdict => "done")
  )
})
const reading = (
  operation: AnyOperation,
  call: Effect.Effect<unknown, unknown, Apis>,
  single = true
): Request => ({
  ...one(operation, false, [], call),
  single
})
const many = <Item, E extends AnyFailure>(
  operation: AnyOperation,
  marks: ReadonlyArray<string>,
  outcomes: Stream.Stream<Batch.Outcome<Item, E>, Batch.Halted, Apis>
): Request => {
  const verdict = ({ failure, outcome }: Batch.Outcome<Item, E>): Verdict => {
    if (outcome === "unknown") return "unknown"
    // A warning without a failure is the vendor's about an item that it did not take.
    return outcome === "accepted" || (outcome === "warned" && failure !== undefined) ? "done" : "not done"
  }
  // Requests that are made of other items in between end when they end; what is left of a run that was given up was not sent.
  const collected = Effect.suspend(() => {
    const verdicts = marks.map((): Verdict => "not done")
    const collect = Stream.runForEach(outcomes, (one) =>
      Effect.sync(() => void (verdicts[one.index] = verdict(one)))
    )
    return Effect.as(
      Effect.catchTag(collect, "Halted", () => Effect.void),
      verdicts
    )
  })
  return {
    operation,
    marks,
    once: true,
    single: false,
    run: collected
  }
}

type Make = (mark: string, chance: Chance, known: Known) => Request
const severally = (mark: string, chance: Chance, most = 4) =>
  Array.from({ length: chance.integer(1, most) }, (_, index) => `${mark}i${index}`)
const moment = DateTime.makeUnsafe("2026-11-22T09:30:00Z")
const event = (mark: string) => ({ externalId: mark, name: "ordered", time: moment })
const measurement = (mark: string) => ({ meter: "m", account: mark, ts: moment, measure: { n: 1 } })
const meter = (mark: string) =>
  ({
    name: mark,
    code: mark,
    dataFields: [{ code: "n", name: "n", category: "MEASURE", unit: "1" }],
    derivedFields: []
  }) as const

const braze: ReadonlyArray<Make> = [
  (mark, chance) => {
    const marks = severally(mark, chance)
    return one(Braze.trackUsers, true, marks, Braze.trackUsers({ events: marks.map(event) }))
  },
  (mark, chance) => {
    const marks = severally(mark, chance, 90)
    return many(Braze.trackUsers, marks, Braze.trackUsers.many(marks.map((each) => ({ event: event(each) }))))
  },
  (mark) =>
    one(
      Braze.sendMessages,
      true,
      [mark],
      Braze.sendMessages({ externalUserIds: [mark], messages: { applePush: { alert: "Hello" } } })
    ),
  (mark) =>
    one(
      Braze.triggerCampaign,
      true,
      [mark],
      Braze.triggerCampaign({ campaignId: "c1", recipients: [{ externalUserId: mark }] })
    ),
  (mark) =>
    one(
      Braze.triggerCanvas,
      true,
      [mark],
      Braze.triggerCanvas({ canvasId: "c1", recipients: [{ externalUserId: mark }] })
    ),
  (mark) =>
    one(
      Braze.sendTransactional,
      true,
      [mark],
      Braze.sendTransactional({ campaignId: "t1", recipient: { externalUserId: mark } })
    ),
  (mark) => one(Braze.deleteUsers, false, [mark], Braze.deleteUsers({ externalIds: [mark] })),
  (mark) =>
    one(
      Braze.setSubscriptionStatus,
      false,
      [mark],
      Braze.setSubscriptionStatus({
        subscriptionGroupId: "g1",
        externalIds: [mark],
        subscriptionState: "subscribed"
      })
    ),
  () => reading(Braze.listCampaigns, Braze.listCampaigns({})),
  () =>
    reading(Braze.getSendDataSeries, Braze.getSendDataSeries({ campaignId: "c1", sendId: "s1", length: 3 }))
]

const m3ter: ReadonlyArray<Make> = [
  (mark) => one(M3ter.createMeter, true, [mark], M3ter.createMeter(meter(mark))),
  (mark) =>
    one(
      M3ter.createAccount,
      true,
      [mark],
      M3ter.createAccount({ name: mark, code: mark, emailAddress: "a@example.com" })
    ),
  (mark, _, known) =>
    one(M3ter.updateMeter, true, [mark], M3ter.updateMeter({ ...meter(mark), id: known.meter, version: 1 })),
  (mark, chance) => {
    const marks = severally(mark, chance)
    return one(
      M3ter.submitMeasurements,
      true,
      marks,
      M3ter.submitMeasurements({ measurements: marks.map(measurement) })
    )
  },
  (mark, chance) => {
    const marks = severally(mark, chance, 20)
    return many(M3ter.submitMeasurements, marks, M3ter.submitMeasurements.many(marks.map(measurement)))
  },
  (_, __, known) => reading(M3ter.getMeter, M3ter.getMeter({ id: known.meter })),
  () => reading(M3ter.listMeters, Stream.runDrain(M3ter.listMeters.stream({ pageSize: 1 })), false),
  () =>
    reading(
      M3ter.queryUsage,
      M3ter.queryUsage({ startDate: DateTime.makeUnsafe("2026-01-01T00:00:00Z"), endDate: moment })
    )
]

const xtremepush: ReadonlyArray<Make> = [
  (mark) => one(Xtremepush.createCampaign, true, [mark], Xtremepush.createCampaign({ title: mark })),
  (mark) => one(Xtremepush.createLocation, true, [mark], Xtremepush.createLocation({ title: mark, type: 0 })),
  (mark, _, { campaign }) =>
    one(Xtremepush.updateCampaign, false, [mark], Xtremepush.updateCampaign({ id: campaign, title: mark })),
  (mark, _, { campaign }) =>
    one(
      Xtremepush.executeCampaign,
      true,
      [mark],
      Xtremepush.executeCampaign({ id: campaign, target: [mark], targetBy: "user_id" })
    ),
  (mark) => one(Xtremepush.hitEvent, true, [mark], Xtremepush.hitEvent({ userId: mark, event: "ordered" })),
  (mark, chance) => {
    const marks = severally(mark, chance, 12)
    return many(
      Xtremepush.hitEvents,
      marks,
      Xtremepush.hitEvents.many(marks.map((userId) => ({ userId, event: "ordered" })))
    )
  },
  (mark) =>
    one(
      Xtremepush.importProfiles,
      false,
      [mark],
      Xtremepush.importProfiles({ columns: ["user_id"], rows: [[mark]] })
    ),
  (_, __, { campaign }) => reading(Xtremepush.infoCampaign, Xtremepush.infoCampaign({ id: campaign })),
  () => reading(Xtremepush.listCampaigns, Xtremepush.listCampaigns({ limit: 5 }))
]

const metrix: ReadonlyArray<Make> = [
  (mark) =>
    one(
      Metrix.ingest,
      true,
      [mark],
      Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: mark }] })
    ),
  (mark, chance) => {
    const marks = severally(mark, chance, 12)
    const messages = marks.map((customName, index) => ({
      user: { customUserId: `u${index % 3}` },
      message: { type: "action", customName } as const
    }))
    return many(Metrix.ingest, marks, Metrix.ingest.many(messages))
  },
  (mark) =>
    one(
      Metrix.push,
      true,
      [mark],
      Metrix.push({ channel: "SMS", recipients: [mark], message: { body: "Hello" } })
    )
]

const ixon: ReadonlyArray<Make> = [
  () => reading(Ixon.listAgents, Ixon.listAgents({ pageSize: 20 })),
  () => reading(Ixon.getAgent, Ixon.getAgent({ publicId: "simag0000001" })),
  () => reading(Ixon.listCompanies, Ixon.listCompanies({})),
  () => reading(Ixon.deleteMyAccessToken, Ixon.deleteMyAccessToken({})),
  () =>
    reading(
      Ixon.queryData,
      Ixon.queryData({
        sources: [
          { source: { publicId: "simso0000001" }, tags: [{ id: 1, queries: [{ ref: "a", limit: 10 }] }] }
        ]
      })
    )
]

/** Everything that is asked, by vendor. */
export const repertoire: Readonly<Record<Name, ReadonlyArray<Make>>> = {
  Braze: braze,
  M3ter: m3ter,
  Xtremepush: xtremepush,
  Metrix: metrix,
  Ixon: ixon
}

/** Many equal calls that together go over a documented limit. */
export const floods: ReadonlyArray<{ readonly vendor: Name; readonly count: number; readonly make: Make }> = [
  {
    vendor: "M3ter",
    count: 70,
    make: (_, __, { meter }) => reading(M3ter.getMeter, M3ter.getMeter({ id: meter }))
  },
  {
    vendor: "M3ter",
    count: 60,
    make: (mark) =>
      one(
        M3ter.submitMeasurements,
        true,
        [mark],
        M3ter.submitMeasurements({ measurements: [measurement(mark)] })
      )
  },
  { vendor: "M3ter", count: 34, make: () => reading(M3ter.queryUsage, M3ter.queryUsage({})) },
  {
    vendor: "Braze",
    count: 14,
    make: () =>
      one(Braze.triggerCampaign, false, [], Braze.triggerCampaign({ campaignId: "c1", broadcast: true }))
  },
  { vendor: "Ixon", count: 270, make: () => reading(Ixon.listCompanies, Ixon.listCompanies({})) }
]

/** What stands at the vendors before chaos begins. */
export const prepare: Effect.Effect<Known, unknown, Apis> = Effect.gen(function* () {
  const { id } = yield* M3ter.createMeter(meter("prepared"))
  const campaign = yield* Xtremepush.createCampaign({ title: "prepared" })
  return { meter: id, campaign: campaign.id }
})

/** A call to each vendor that passes when nothing is wrong. */
export const quiet: Readonly<Record<Name, Effect.Effect<unknown, unknown, Apis>>> = {
  Braze: Braze.listCampaigns({}),
  M3ter: M3ter.listMeters({}),
  Xtremepush: Xtremepush.listCampaigns({}),
  Metrix: Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "after" }] }),
  Ixon: Ixon.listCompanies({})
}
