/** What must hold of every run, whatever goes wrong: each is a function from the record of a run to what breaks it. */
import { Cause, Duration, Exit } from "effect"
import { common } from "../../src/contract/Common.ts"
import { type AnyFailure, isFailure } from "../../src/contract/Failure.ts"
import { lines, reserves, retries, writes } from "./documented.ts"
import { type Verdict, verdictOf } from "./repertoire.ts"
import type { Ended, Record } from "./run.ts"
import { type Sent, statusOf, type Watched } from "./watch.ts"

type Invariant = (record: Record) => ReadonlyArray<string>

const nameOf = ({ planned: { vendor }, request }: Ended, number: number) =>
  `call ${number} (${vendor} ${request.operation.tag})`

const failureOf = ({ exit }: Ended): AnyFailure | undefined => {
  if (exit === undefined || Exit.isSuccess(exit)) return undefined
  const found = Exit.findErrorOption(exit)
  return found._tag === "Some" && isFailure(found.value) ? found.value : undefined
}

const countOf = ({ ledger }: Record) => {
  const texts = ledger.map(
    ({ count, identity, what }) => [count, `${identity} ${JSON.stringify(what)}`] as const
  )
  return (mark: string): number => {
    // `mark1xi2` is not in `mark1xi20`.
    const whole = new RegExp(`${mark}(?![0-9a-z])`)
    return texts.reduce(
      (sum, [count, text]) => (text.includes(mark) && whole.test(text) ? sum + count : sum),
      0
    )
  }
}

const onceOnly: Invariant = (record) => {
  const count = countOf(record)
  return record.calls.flatMap((ended, number) =>
    ended.request.once
      ? ended.request.marks
          .filter((mark) => count(mark) > 1)
          .map((mark) => `${nameOf(ended, number)} did ${mark} ${count(mark)} times`)
      : []
  )
}

const verdictsOf = (ended: Ended): ReadonlyArray<Verdict> => {
  const { exit, request } = ended
  const failure = failureOf(ended)
  if (exit !== undefined && Exit.isSuccess(exit)) return exit.value
  return failure === undefined ? [] : request.marks.map(() => verdictOf(failure))
}

const verdicts =
  (
    wanted: (verdict: Verdict, succeeded: boolean) => boolean,
    holds: (count: number) => boolean,
    says: string
  ): Invariant =>
  (record) => {
    const count = countOf(record)
    return record.calls.flatMap((ended, number) => {
      const succeeded = ended.exit !== undefined && Exit.isSuccess(ended.exit)
      const failure = failureOf(ended)
      return verdictsOf(ended).flatMap((verdict, index) => {
        const mark = ended.request.marks[index] ?? "?"
        if (!wanted(verdict, succeeded) || holds(count(mark))) return []
        return [
          `${nameOf(ended, number)} ${says} ${mark}, which is in the ledger ${count(mark)} times${failure === undefined ? "" : ` (${failure._tag}, ${failure.delivery})`}`
        ]
      })
    })
  }

const nothingMissing = verdicts(
  (verdict, succeeded) => succeeded && verdict === "done",
  (count) => count > 0,
  "reported that it did"
)
const deliveryTrue: Invariant = (record) => [
  ...verdicts(
    (verdict) => verdict === "not done",
    (count) => count === 0,
    "reported that it did not do"
  )(record),
  ...verdicts(
    (verdict, succeeded) => !succeeded && verdict === "done",
    (count) => count > 0,
    "reported that it did"
  )(record)
]

const quotasKept: Invariant = ({ seen: { sent } }) => {
  const byLine = new Map<string, Array<number>>()
  for (const { at, lines: counted } of sent)
    for (const line of counted) byLine.set(line, [...(byLine.get(line) ?? []), at])
  return [...byLine].flatMap(([line, moments]) =>
    (lines[line.split("#")[0] ?? ""] ?? []).flatMap(({ limit, window }) => {
      const over = moments.findIndex((at, index) => (moments[index + limit] ?? Infinity) - at < window)
      return over < 0 ? [] : [`${line.slice(0, 60)}: more than ${limit} requests within ${window} ms`]
    })
  )
}

const byCall = (sent: ReadonlyArray<Sent>): ReadonlyMap<Watched, ReadonlyArray<Sent>> => {
  const groups = new Map<Watched, Array<Sent>>()
  for (const one of sent) groups.set(one.watched, [...(groups.get(one.watched) ?? []), one])
  return groups
}

const isHedged = ({ schedule }: Record, watched: Watched) => schedule.hedged && !writes(watched)
const isRefusal = (status = 500): boolean => status >= 400 && status < 500 && status !== 429
const unsent = new Set(["ECONNREFUSED", "ENOTFOUND"])

/** The queue sent it to find out whether the vendor is back, and took it back: the same attempt was made again later. */
const isProbe = ({ attempt }: Sent, sent: ReadonlyArray<Sent>): boolean =>
  sent.some(
    (later) => later.attempt.number === attempt.number && (later.attempt.probes ?? 0) > (attempt.probes ?? 0)
  )

const attemptsKept: Invariant = (record) =>
  [...byCall(record.seen.sent)].flatMap(([watched, sent]) => {
    const { contract, layer } = watched
    const allowed = retries[layer.vendor.name] ?? { passing: 0, limited: 0 }
    const retried = sent.slice(0, -1)
    const own = retried.filter((one) => !isProbe(one, sent))
    const count = (holds: (one: Sent) => boolean) => own.filter(holds).length
    const [limited, renewed] = [
      count((one) => statusOf(one) === 429),
      count((one) => isRefusal(statusOf(one)))
    ]
    const passing = own.length - limited - renewed
    const ends = sent.map((one) => statusOf(one) ?? one.code ?? "silence").join(", ")
    const twice = isHedged(record, watched) ? 2 : 1
    const uncertain =
      !contract.idempotent(watched.call.input) &&
      retried.some((one) => statusOf(one) === undefined && !unsent.has(one.code ?? ""))
    return [
      passing > twice * allowed.passing + twice - 1
        ? "more retries after passing faults than the policy has"
        : "",
      limited > twice * allowed.limited + twice - 1
        ? "more retries after refusals for now than the policy has"
        : "",
      renewed > twice ? "more than one retry with new credentials" : "",
      uncertain ? "sent again although it may have been done" : ""
    ].flatMap((problem) => (problem === "" ? [] : [`${contract.operation.tag}: ${problem}: ${ends}`]))
  })

// Budget of 10 s in ten slots: what is withdrawn in nine seconds is paid from it.
const budgetKept: Invariant = ({ calls, schedule, seen }) => {
  const watched = [...seen.calls.values()]
  return Object.keys(retries).flatMap((vendor) => {
    const first = Math.max(
      watched.filter(({ layer }) => layer.vendor.name === vendor).length,
      calls.filter(({ planned }) => planned.vendor === vendor).length
    )
    const most = Math.ceil((reserves[vendor] ?? 10) + 0.1 * first * (schedule.hedged ? 2 : 1))
    const moments = seen.paid.filter((paid) => paid.vendor === vendor).map(({ at }) => at)
    const over = moments.some((at, index) => (moments[index + most] ?? Infinity) - at < 9_000)
    return over ? [`${vendor}: more than ${most} retries in 9 s`] : []
  })
}

// A wait of less than two whole seconds may be almost a second too long: only who was refused waits it out, and single calls of the
// others find out.
const longForAll = 2000

interface Hold {
  readonly by: Sent["watched"]
  readonly from: number
  readonly until: number
  readonly forAll: boolean
}

const neverEarlier: Invariant = (record) => {
  const held = new Map<string, Array<Hold>>()
  const lineOf = ({ watched: { call, contract, layer } }: Sent) =>
    `${layer.vendor.name} ${contract.quotas(call.input)[0]}`
  for (const one of record.seen.sent) {
    if (one.notBefore === undefined || one.whole === undefined) continue
    held.set(lineOf(one), [
      ...(held.get(lineOf(one)) ?? []),
      { by: one.watched, from: one.whole, until: one.notBefore, forAll: one.forAll ?? true }
    ])
  }
  return record.seen.sent.flatMap((one) => {
    const hold = held
      .get(lineOf(one))
      ?.find(
        ({ by, forAll, from, until }) =>
          ((forAll && until - from >= longForAll) || by === one.watched) &&
          one.at > from + 1 &&
          one.at < until - 1
      )
    return hold === undefined
      ? []
      : [
          `${one.watched.contract.operation.tag}: sent ${hold.until - one.at} ms earlier than the vendor allows`
        ]
  })
}

const backward = ({ schedule: { jumps } }: Record) => jumps.reduce((sum, { by }) => sum + Math.max(0, -by), 0)

const commonTags = new Set<string>(common.map(({ tag }) => tag))

const typedEnds: Invariant = (record) =>
  record.calls.flatMap((ended, number) => {
    const { began, exit, interrupted, planned, request } = ended
    const who = nameOf(ended, number)
    if (exit === undefined || ended.ended === undefined) return [`${who} never ends`]
    if (interrupted !== undefined) {
      if (ended.ended > interrupted)
        return [`${who} went on for ${ended.ended - interrupted} ms after it was interrupted`]
      if (Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)) return []
    }
    const watched = [...record.seen.calls.values()].find(
      ({ contract }) => contract.operation.tag === request.operation.tag
    )
    const limit = Math.min(
      planned.deadline ?? Infinity,
      watched === undefined ? 5 * 60_000 : Duration.toMillis(watched.layer.policy.deadline)
    )
    const took = ended.ended - began
    const late =
      request.single && took > limit + backward(record) + 1 ? [`${who} took ${took} ms of ${limit}`] : []
    if (Exit.isSuccess(exit)) return late
    const failure = failureOf(ended)
    if (failure === undefined)
      return [`${who} ends without a typed failure: ${Cause.pretty(exit.cause).slice(0, 600)}`]
    const known = watched?.contract.failures
    const isDeclared =
      commonTags.has(failure._tag) ||
      failure._tag === "RepeatedCursor" ||
      known === undefined ||
      [...known, ...(watched?.layer.vendor.whileAuthenticating ?? [])].some(({ tag }) => tag === failure._tag)
    return isDeclared ? late : [...late, `${who} ends with ${failure._tag}, which it does not declare`]
  })

const nothingLeft: Invariant = ({ after, left }) => [
  ...left,
  ...after.flatMap(([vendor, exit]) =>
    exit !== undefined && Exit.isSuccess(exit)
      ? []
      : [
          `${vendor}: a call after chaos ${exit === undefined ? "never ends" : `fails: ${Cause.pretty(exit.cause).slice(0, 300)}`}`
        ]
  )
]

/** Every invariant, by the sentence that it proves. */
export const invariants: Readonly<{ [says: string]: Invariant }> = {
  "nothing that is not idempotent is done twice": onceOnly,
  "nothing that was reported to the caller is missing": nothingMissing,
  "no documented quota is exceeded": quotasKept,
  "attempts stay within the policy": attemptsKept,
  "retries stay within the budget": budgetKept,
  "nothing is sent earlier than the vendor allows": neverEarlier,
  "every call ends in a typed outcome before its deadline": typedEnds,
  "nothing is left of a call that ended": nothingLeft,
  "delivery tells the truth": deliveryTrue
}

/** What breaks an invariant in this run: none, if all is well. */
export const broken = (record: Record): ReadonlyArray<string> =>
  Object.entries(invariants).flatMap(([says, check]) => check(record).map((problem) => `${says}: ${problem}`))
