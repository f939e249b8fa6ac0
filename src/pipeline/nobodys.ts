/** What the request for a credential is made with: it serves all who wait, so that nothing of what one of them has set holds for it. */
import * as Context from "effect/Context"
import * as Deadline from "../policy/Deadline.ts"
import * as Limit from "../policy/limit/make.ts"
import * as Policy from "../policy/Policy.ts"
import { AssumeIdempotent } from "../policy/Retry.ts"
import { Current as Intent } from "./intent.ts"
import * as Journal from "./Journal.ts"
import { LateAnswers } from "./LateAnswers.ts"
import { Current as Reserved } from "./Reserve.ts"
import { Current as Renewal } from "./telemetry/renewal.ts"

/** What calls have when nobody has set anything for them. */
export const nobodys = Context.make(Deadline.Current, undefined).pipe(
  Context.add(Policy.Change, (policy) => policy),
  Context.add(AssumeIdempotent, false),
  Context.add(Limit.Key, undefined),
  Context.add(LateAnswers, undefined),
  Context.add(Reserved, undefined),
  Context.add(Intent, undefined),
  Context.add(Journal.Item, undefined),
  Context.add(Renewal, undefined)
)
