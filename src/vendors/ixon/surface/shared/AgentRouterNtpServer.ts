/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentRouterNtpServer, as it comes. */
export interface AgentRouterNtpServer extends Made<typeof agentRouterNtpServerFields> {}
const agentRouterNtpServerFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  server: attribute(Schema.String)
}))
export const AgentRouterNtpServer = opaque<AgentRouterNtpServer>()(agentRouterNtpServerFields)
