/** Wire: sends the request, reads the answer to its end, and says what it means. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import { Salvaged } from "../../contract/decode.ts"
import { lazy } from "../../contract/lazy.ts"
import { read, shownOf } from "../../contract/read.ts"
import type { Outgoing } from "../../contract/Outgoing.ts"
import type { Wire } from "../../contract/Wire.ts"
import type { Attempt, Ended, WireStage } from "../Call.ts"
import { discreet } from "../discreet.ts"
import { known, unanswered, withNow } from "../report.ts"
import { propagated } from "../telemetry/propagation.ts"
import { send, type Silence, type Unsent } from "../Transport.ts"
import { whereOf } from "../where.ts"

/** Logs what was left out of an answer. */
type Log = (paths: ReadonlyArray<string>) => Effect.Effect<void>

// More fields than any documented answer has.
const mostLogged = 200

/** Each field of an operation's answers is spoken of once, whichever item of a list it is in: a changed answer comes a thousand times. */
const logOnce = ({ operation }: Contract): Log => {
  const logged = new Set<string>()
  return (paths) =>
    Effect.suspend(() => {
      const fields = new Set(paths.map((path) => path.replace(/(^|\.)\d+(?=\.|$)/g, "$1*")))
      const fresh = [...fields].filter((field) => !logged.has(field)).slice(0, mostLogged - logged.size)
      for (const field of fresh) logged.add(field)
      return fresh.length === 0
        ? Effect.void
        : Effect.logWarning(
            `${operation.tag}: fields of the answer did not have their documented form and were left out: ${fresh.join(", ")}`
          )
    })
}

// The request is shown without credentials: as it was before `auth`.
const requestOf = ({ call, outgoing }: Attempt) => call.outgoing ?? outgoing

const answered = (contract: Contract, attempt: Attempt, raw: Wire, log: Log): Effect.Effect<Ended> =>
  withNow<Ended, never>((now) => {
    const { vendor } = contract
    const shown = lazy(() => shownOf({ vendor, contract }, raw, attempt.call.credentials.secrets()))
    const outgoing = requestOf(attempt)
    const call = () => known({ ...whereOf(contract, attempt, now), answer: shown() })
    const found = read({ vendor, contract, call }, raw, shown)
    const { status, headers } = raw
    if (found._tag === "Failure")
      return Effect.succeed({
        exit: Exit.fail(discreet(contract, { input: attempt.call.input, outgoing }, shown(), found.failure)),
        answer: { status, headers, shown },
        sent: true
      })
    const { success } = found
    if (!(success instanceof Salvaged))
      return Effect.succeed({ exit: Exit.succeed(success), answer: { status, headers, shown }, sent: true })
    const { leftOut, value } = success
    const answer = { status, headers, shown, leftOut }
    return Effect.as(log(leftOut), { exit: Exit.succeed(value), answer, sent: true })
  })

const silent = (contract: Contract, attempt: Attempt, fault: Unsent | Silence): Effect.Effect<Ended> =>
  withNow((now) => {
    const failure = unanswered(whereOf(contract, attempt, now), fault)
    return Effect.succeed({ exit: Exit.fail(failure), sent: fault._tag === "Silence" })
  })

/** The stage. */
export const wire: WireStage = {
  of: "wire",
  name: "wire",
  make: ({ contract, layer }) => {
    const log = logOnce(contract)
    const { answer } = contract.spec
    const carry = (attempt: Attempt, outgoing: Outgoing): Effect.Effect<Ended> =>
      Effect.matchEffect(send(layer.client, outgoing, answer, attempt.progress), {
        onFailure: (fault) => silent(contract, attempt, fault),
        onSuccess: (raw) => answered(contract, attempt, raw, log)
      })
    return layer.propagate
      ? (attempt) => propagated(attempt.outgoing, (outgoing) => carry(attempt, outgoing))
      : (attempt) => carry(attempt, attempt.outgoing)
  }
}
