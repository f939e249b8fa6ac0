/** The items of keys, put in order after each change. What is not done here is done at the next look at the lanes. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { StoreUnavailable } from "../../errors.ts"
import type { Database } from "../database.ts"
import { Flag, Whole } from "../values.ts"
import { arrange, heal, keysAtOnce } from "./statements/keys.ts"

/** What is done about keys. */
export interface Keys {
  /** Puts in order all that is marked. */
  readonly arrange: Effect.Effect<void, StoreUnavailable>
  /** The same after a command that has moved these: nothing is lost where it fails. */
  readonly after: (moved: ReadonlyArray<{ readonly keyed: boolean }>) => Effect.Effect<void>
  readonly heal: Effect.Effect<void, StoreUnavailable>
}

const Looked = Schema.Struct({ keys: Whole, isLeft: Flag })

// A place is left in one look and taken in the next; more are needed only where others change the same keys.
const looks = 100

/** What is done about keys. */
export const keysOf = ({ alone }: Database): Keys => {
  const [look, mend] = [alone(arrange, Looked), alone(heal, Schema.Unknown)]
  const arranged: Keys["arrange"] = look().pipe(
    Effect.map(([looked]) => looked !== undefined && (looked.isLeft || looked.keys >= keysAtOnce)),
    Effect.repeat({ while: (more) => more, times: looks }),
    Effect.asVoid
  )
  return {
    arrange: arranged,
    after: (moved) => (moved.some(({ keyed }) => keyed) ? Effect.ignore(arranged) : Effect.void),
    heal: Effect.asVoid(mend())
  }
}
