/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { like, opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import * as Moment from "../../../../contract/Moment.ts"

/** IXON's NewAgentQueueReport. */
export interface NewAgentQueueReport extends Made<typeof newAgentQueueReportFields> {}
const newAgentQueueReportFields = lazy(() => ({
  report: Schema.Struct({ publicId: optional(Schema.String) }),
  sendTo: Schema.Array(
    like(
      /^(?=.{1,254}$)(?=.{1,64}@)[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[a-zA-Z0-9!#$%&\'*+/=?^_`{|}~-]+)*@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
      text(6, 254)
    )
  ),
  /** 1 to 255 characters. */ timeZone: text(1, 255),
  /** A time, sent in UTC. */ start: Moment.Text(),
  /** A time, sent in UTC. */ end: Moment.Text(),
  /** At most 65535 characters; or null. */ message: optional(Schema.NullOr(text(0, 65535)))
}))
export const NewAgentQueueReport = opaque<NewAgentQueueReport>()(newAgentQueueReportFields)
