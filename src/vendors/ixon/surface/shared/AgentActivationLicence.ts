/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { ActivationLicenceType } from "./ActivationLicenceType.ts"

/** IXON's AgentActivationLicence, as it comes. */
export interface AgentActivationLicence extends Made<typeof agentActivationLicenceFields> {}
const agentActivationLicenceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(ActivationLicenceType()),
  serialNumber: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  activated: attribute(Schema.Boolean),
  trial: attribute(Schema.Boolean),
  value: attribute(Schema.String),
  locked: attribute(Schema.Boolean),
  maxRetentionPolicy: attribute(Schema.String),
  bundle: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
}))
export const AgentActivationLicence = opaque<AgentActivationLicence>()(agentActivationLicenceFields)
