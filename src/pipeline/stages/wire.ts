/** Wire: sends the request, reads the answer to its end, and says what it means. */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../../contract/compile.ts"
import { lazy } from "../../contract/lazy.ts"
import { read } from "../../contract/read.ts"
import { withoutSecrets } from "../../contract/redact.ts"
import type { Wire } from "../../contract/Wire.ts"
import type { Attempt, Ended, WireStage } from "../Call.ts"
import { discreet, secretNames } from "../discreet.ts"
import { known, unanswered, withNow } from "../report.ts"
import { send, type Silence, type Unsent } from "../Transport.ts"

// The request is shown without credentials: as it was before `auth`.
const requestOf = ({ call, outgoing }: Attempt) => call.outgoing ?? outgoing

const answered = (contract: Contract, attempt: Attempt, raw: Wire): Effect.Effect<Ended> =>
  withNow((now) => {
    const { credentials } = attempt.call
    const shown = lazy(() => withoutSecrets(raw, credentials.secrets(), secretNames(contract)))
    const outgoing = requestOf(attempt)
    const call = () => known({ contract, outgoing, now })
    const found = read({ vendor: contract.vendor, contract, call }, raw, shown)
    const exit =
      found._tag === "Success"
        ? Exit.succeed(found.success)
        : Exit.fail(discreet(contract, { input: attempt.call.input, outgoing }, shown(), found.failure))
    return Effect.succeed({ exit, answer: { status: raw.status, headers: raw.headers, shown }, sent: true })
  })

const silent = (contract: Contract, attempt: Attempt, fault: Unsent | Silence): Effect.Effect<Ended> =>
  withNow((now) => {
    const where = { contract, outgoing: requestOf(attempt), now }
    const failure = unanswered(where, fault, attempt.call.input)
    return Effect.succeed({ exit: Exit.fail(failure), sent: fault._tag === "Silence" })
  })

/** The stage. */
export const wire: WireStage = {
  of: "wire",
  name: "wire",
  make:
    ({ contract, layer }) =>
    (attempt) =>
      Effect.matchEffect(send(layer.client, attempt.outgoing, contract.spec.answer, attempt.progress), {
        onFailure: (fault) => silent(contract, attempt, fault),
        onSuccess: (raw) => answered(contract, attempt, raw)
      })
}
