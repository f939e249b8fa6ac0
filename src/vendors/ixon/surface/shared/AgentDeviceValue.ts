/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { AgentDataSource } from "./AgentDataSource.ts"

/** IXON's AgentDevice, as it comes. */
export interface AgentDeviceValue extends Made<typeof agentDeviceValueFields> {}
const agentDeviceValueFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  ipAddress: attribute(Schema.String),
  macAddress: attribute(Schema.String),
  customAddress: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  dataSources: attribute(Schema.Array(AgentDataSource()))
}))
export const AgentDeviceValue = opaque<AgentDeviceValue>()(agentDeviceValueFields)
