/** Agents: the routers and gateways that connect machines to IXON. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
import { AgentDevice, DataSource } from "./devices.ts"
import {
  attribute,
  Attributes,
  halfPages,
  joined,
  listNotes,
  Named,
  pageInput,
  pageKeys,
  pageOf,
  pages,
  PublicId,
  readNotes
} from "./shape.ts"

const ActiveStatus = lazy(() => Schema.Union([Schema.Literals(["active", "inactive"]), Schema.String]))
const VpnProtocol = lazy(() => Schema.Union([Schema.Literals(["udp", "tcp"]), Schema.String]))

/** What it is, and whose. */
const identity = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  type: attribute(Attributes()),
  company: attribute(Named()),
  controlledBy: attribute(Named()),
  custom: attribute(Attributes()),
  activeStatus: attribute(ActiveStatus())
}))

/** Where it is. */
const place = lazy(() => ({
  location: attribute(Attributes()),
  geoLocation: attribute(Attributes()),
  preferLocationOverGeoip: attribute(Schema.Boolean),
  timeZone: attribute(Schema.String)
}))

/** Which machine it is, and its registration. */
const registration = lazy(() => ({
  deviceId: attribute(Schema.String),
  serialNumber: attribute(Schema.String),
  macAddress: attribute(Schema.String),
  replaceMacAddress: attribute(Schema.String),
  pendingRegistration: attribute(Schema.Boolean),
  reRegistration: attribute(Schema.Boolean),
  replaceRegistration: attribute(Schema.Boolean),
  registrationProfile: attribute(Attributes()),
  pullCodeGeneratedOn: attribute(Schema.DateTimeUtcFromString),
  controlKeyGeneratedOn: attribute(Schema.DateTimeUtcFromString),
  lastSeenAgentUserAgent: attribute(Attributes()),
  activationLicence: attribute(Attributes()),
  card: attribute(Named())
}))

/** How it is connected. */
const connection = lazy(() => ({
  useStunnel: attribute(Schema.Boolean),
  networkValues: attribute(Schema.Array(Attributes())),
  networkReportedOn: attribute(Schema.DateTimeUtcFromString),
  mdrServer: attribute(Named()),
  mqttChangedOn: attribute(Schema.DateTimeUtcFromString),
  loggingMdrServer: attribute(Named()),
  loggingMqttChangedOn: attribute(Schema.DateTimeUtcFromString),
  lsiServer: attribute(Named()),
  rateLimiting: attribute(Attributes()),
  fixedVpnAddress: attribute(Schema.String),
  activeVpnSession: attribute(Attributes()),
  vpnProtocol: attribute(VpnProtocol()),
  vpnChangedOn: attribute(Schema.DateTimeUtcFromString),
  vpnAudience: attribute(Attributes()),
  vpnRequireAccessApproval: attribute(Schema.Boolean),
  vpnAccessRules: attribute(Schema.Array(Attributes())),
  vpnVisibleInMobileApp: attribute(Schema.Boolean),
  vpnVisibleOnWeb: attribute(Schema.Boolean),
  vpnLocked: attribute(Schema.Boolean),
  webAccessLocked: attribute(Schema.Boolean),
  connectedUsers: attribute(Schema.Array(Named())),
  scheduledAccessRequests: attribute(Schema.Array(Attributes()))
}))

/** What is set up on it. */
const setup = lazy(() => ({
  config: attribute(Attributes()),
  appliedTemplateVersion: attribute(Attributes()),
  lanWanAccessRules: attribute(Schema.Array(Attributes())),
  oneToOneNatRules: attribute(Schema.Array(Attributes())),
  demoDevice: attribute(Attributes()),
  devices: attribute(Schema.Array(AgentDevice())),
  servers: attribute(Schema.Array(Attributes())),
  dataSources: attribute(Schema.Array(DataSource())),
  dataAudience: attribute(Attributes()),
  loggingApp: attribute(Attributes()),
  valuesPerHour: attribute(Schema.Finite),
  alarmingApp: attribute(Attributes()),
  memberships: attribute(Schema.Array(Attributes())),
  pageLinks: attribute(Schema.Array(Attributes())),
  assets: attribute(Schema.Array(Named()))
}))

/** An agent. `fields` decides which attributes are there. */
export interface Agent extends Schema.Schema.Type<ReturnType<typeof AgentFields>> {}
const AgentFields = lazy(() =>
  Schema.Struct({ ...identity(), ...place(), ...registration(), ...connection(), ...setup() })
)
export const Agent = lazy(() => Schema.Opaque<Agent>()(AgentFields()))

/** A page of agents. */
export interface AgentPage extends Schema.Schema.Type<ReturnType<typeof AgentPageFields>> {}
const AgentPageFields = lazy(() => Schema.Struct(pageOf(Agent())))
export const AgentPage = lazy(() => Schema.Opaque<AgentPage>()(AgentPageFields()))

// They stand in the configuration of the router, and in that of servers and data sources.
const secrets = ["password", "wlanKey", "cellularUsername", "cellularPincode", "lockCode"]

const onePage = operation("listAgents", () => ({
  method: "GET",
  path: "/agents",
  input: Schema.Struct(pageInput()).pipe(Schema.encodeKeys(pageKeys)),
  output: AgentPage(),
  idempotent: true,
  needs: ["companyId"],
  secrets,
  notes: listNotes,
  see: "IXON API reference, AgentList"
}))

/** Lists the agents of the company, a page at a time, or with `.stream` all of them. */
export const listAgents = Pages.byToken(Split.page(onePage, { ...halfPages, join: joined }), {
  ...pages,
  items: ({ data }) => data
})

/** Gets one agent of the company. */
export const getAgent = operation("getAgent", () => ({
  method: "GET",
  path: "/agents/{publicId}",
  input: Schema.Struct({
    /** Id of the agent. */
    publicId: PublicId(),
    /** Attributes to read: `name`, `*`, `type.name`, `type(name,description)`. Without it, IXON sends only a few. */
    fields: pageInput().fields
  }),
  output: Agent(),
  from: "data",
  idempotent: true,
  needs: ["companyId"],
  secrets,
  notes: readNotes,
  see: "IXON API reference, Agent"
}))
