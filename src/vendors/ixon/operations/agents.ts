/** Agents: the routers and gateways that connect machines to IXON. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { operation } from "../vendor.ts"
import { AgentDevice, DataSource } from "./devices.ts"
import {
  after,
  attribute,
  Attributes,
  joined,
  Named,
  pageInput,
  pageKeys,
  pageOf,
  PublicId,
  usualPage
} from "./parts.ts"

const Moment = Schema.DateTimeUtcFromString
const ActiveStatus = Schema.Union([Schema.Literals(["active", "inactive"]), Schema.String])
const VpnProtocol = Schema.Union([Schema.Literals(["udp", "tcp"]), Schema.String])

/** An agent. Which attributes are there is decided by `fields`. */
export interface Agent extends Schema.Schema.Type<typeof AgentFields> {}
const AgentFields = Schema.Struct({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  type: attribute(Attributes),
  company: attribute(Named),
  controlledBy: attribute(Named),
  custom: attribute(Attributes),
  activeStatus: attribute(ActiveStatus),

  // Where it is.
  location: attribute(Attributes),
  geoLocation: attribute(Attributes),
  preferLocationOverGeoip: attribute(Schema.Boolean),
  timeZone: attribute(Schema.String),

  // Which machine it is, and its registration.
  deviceId: attribute(Schema.String),
  serialNumber: attribute(Schema.String),
  macAddress: attribute(Schema.String),
  replaceMacAddress: attribute(Schema.String),
  pendingRegistration: attribute(Schema.Boolean),
  reRegistration: attribute(Schema.Boolean),
  replaceRegistration: attribute(Schema.Boolean),
  registrationProfile: attribute(Attributes),
  pullCodeGeneratedOn: attribute(Moment),
  controlKeyGeneratedOn: attribute(Moment),
  lastSeenAgentUserAgent: attribute(Attributes),
  activationLicence: attribute(Attributes),
  card: attribute(Named),

  // How it is connected.
  useStunnel: attribute(Schema.Boolean),
  networkValues: attribute(Schema.Array(Attributes)),
  networkReportedOn: attribute(Moment),
  mdrServer: attribute(Named),
  mqttChangedOn: attribute(Moment),
  loggingMdrServer: attribute(Named),
  loggingMqttChangedOn: attribute(Moment),
  lsiServer: attribute(Named),
  rateLimiting: attribute(Attributes),
  fixedVpnAddress: attribute(Schema.String),
  activeVpnSession: attribute(Attributes),
  vpnProtocol: attribute(VpnProtocol),
  vpnChangedOn: attribute(Moment),
  vpnAudience: attribute(Attributes),
  vpnRequireAccessApproval: attribute(Schema.Boolean),
  vpnAccessRules: attribute(Schema.Array(Attributes)),
  vpnVisibleInMobileApp: attribute(Schema.Boolean),
  vpnVisibleOnWeb: attribute(Schema.Boolean),
  vpnLocked: attribute(Schema.Boolean),
  webAccessLocked: attribute(Schema.Boolean),
  connectedUsers: attribute(Schema.Array(Named)),
  scheduledAccessRequests: attribute(Schema.Array(Attributes)),

  // What is set up on it.
  config: attribute(Attributes),
  appliedTemplateVersion: attribute(Attributes),
  lanWanAccessRules: attribute(Schema.Array(Attributes)),
  oneToOneNatRules: attribute(Schema.Array(Attributes)),
  demoDevice: attribute(Attributes),
  devices: attribute(Schema.Array(AgentDevice)),
  servers: attribute(Schema.Array(Attributes)),
  dataSources: attribute(Schema.Array(DataSource)),
  dataAudience: attribute(Attributes),
  loggingApp: attribute(Attributes),
  valuesPerHour: attribute(Schema.Finite),
  alarmingApp: attribute(Attributes),
  memberships: attribute(Schema.Array(Attributes)),
  pageLinks: attribute(Schema.Array(Attributes)),
  assets: attribute(Schema.Array(Named))
})
export const Agent = Schema.Opaque<Agent>()(AgentFields)

/** A page of agents. */
export interface AgentPage extends Schema.Schema.Type<typeof AgentPageFields> {}
const AgentPageFields = Schema.Struct(pageOf(Agent))
export const AgentPage = Schema.Opaque<AgentPage>()(AgentPageFields)

const inPages = operation("Ixon.listAgents", {
  method: "GET",
  path: "/agents",
  input: Schema.Struct(pageInput).pipe(Schema.encodeKeys(pageKeys)),
  output: AgentPage,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, AgentList"
})

/** Lists the agents of the company, a page at a time, or with `.stream` all of them. */
export const listAgents = Pages.byToken(
  Split.page(inPages, { size: "pageSize", usual: usualPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ moreAfter }) => moreAfter, into: "pageAfter" }
)

/** Gets one agent of the company. */
export const getAgent = operation("Ixon.getAgent", {
  method: "GET",
  path: "/agents/{publicId}",
  input: Schema.Struct({ publicId: PublicId, fields: pageInput.fields }),
  output: Agent,
  from: "body.data",
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, Agent"
})
