/** The devices behind an agent, and the data sources that are read from them. */
import * as Schema from "effect/Schema"
import * as Split from "../../../many/Split.ts"
import * as Pages from "../../../many/Pages.ts"
import { operation } from "../vendor.ts"
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

/** What is read from a device, and how. `publicId` is what `queryData` takes as `source`. */
export interface DataSource extends Schema.Schema.Type<typeof DataSourceFields> {}
const DataSourceFields = Schema.Struct({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  slug: attribute(Schema.String),
  agent: attribute(Named),
  device: attribute(Named),
  disabled: attribute(Schema.Boolean),
  protocol: attribute(Attributes),
  port: attribute(Schema.Finite),
  pullDelay: attribute(Schema.Finite),
  valuesPerHour: attribute(Schema.Finite),
  continueLoggingOnError: attribute(Schema.Boolean),
  gracePeriod: attribute(Schema.Finite),
  mqttTopic: attribute(Schema.String),
  mqttBrokerClient: attribute(Named)
})
export const DataSource = Schema.Opaque<DataSource>()(DataSourceFields)

/** A device behind an agent: a controller, a panel, a camera. */
export interface AgentDevice extends Schema.Schema.Type<typeof AgentDeviceFields> {}
const AgentDeviceFields = Schema.Struct({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  ipAddress: attribute(Schema.String),
  macAddress: attribute(Schema.String),
  customAddress: attribute(Schema.String),
  agent: attribute(Named),
  dataSources: attribute(Schema.Array(DataSource))
})
export const AgentDevice = Schema.Opaque<AgentDevice>()(AgentDeviceFields)

/** A page of devices. */
export interface AgentDevicePage extends Schema.Schema.Type<typeof AgentDevicePageFields> {}
const AgentDevicePageFields = Schema.Struct(pageOf(AgentDevice))
export const AgentDevicePage = Schema.Opaque<AgentDevicePage>()(AgentDevicePageFields)

const inPages = operation("Ixon.listAgentDevices", {
  method: "GET",
  path: "/agents/{agentId}/devices",
  input: Schema.Struct({ agentId: PublicId, ...pageInput }).pipe(Schema.encodeKeys(pageKeys)),
  output: AgentDevicePage,
  idempotent: true,
  quota: "source-ip",
  see: "IXON API reference, AgentDeviceList"
})

/** Lists the devices behind one agent, a page at a time, or with `.stream` all of them. */
export const listAgentDevices = Pages.byToken(
  Split.page(inPages, { size: "pageSize", usual: usualPage, next: after, join: joined }),
  { items: ({ data }) => data, token: ({ moreAfter }) => moreAfter, into: "pageAfter" }
)
