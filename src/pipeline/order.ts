/** The stages of one call, outermost first: the documented pipeline. */
import type { AttemptStage, CallStage, RetryStage, WireStage } from "./Call.ts"
import { auth } from "./stages/auth.ts"
import { breaker } from "./stages/breaker.ts"
import { budget } from "./stages/budget.ts"
import { deadline } from "./stages/deadline.ts"
import { encode } from "./stages/encode.ts"
import { hedge } from "./stages/hedge.ts"
import { journal } from "./stages/journal.ts"
import { observe } from "./stages/observe.ts"
import { queue } from "./stages/queue.ts"
import { retry } from "./stages/retry.ts"
import { split } from "./stages/split.ts"
import { timeout } from "./stages/timeout.ts"
import { wire } from "./stages/wire.ts"

/** The stages around a call, the hinge, the stages around each of its attempts, and the wire. */
export interface Pipeline {
  readonly call: ReadonlyArray<CallStage>
  readonly retry: RetryStage
  readonly attempt: ReadonlyArray<AttemptStage>
  readonly wire: WireStage
}

/** The pipeline that every layer has unless it says otherwise. */
export const documented: Pipeline = {
  call: [observe, encode, deadline, split],
  retry,
  attempt: [journal, auth, hedge, budget, breaker, queue, timeout],
  wire
}
