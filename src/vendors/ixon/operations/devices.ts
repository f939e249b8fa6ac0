/** The devices behind an agent, and the data sources that are read from them. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Pages from "../../../many/Pages.ts"
import * as Split from "../../../many/Split.ts"
import { operation } from "../vendor.ts"
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
  PublicId
} from "./shape.ts"

/** What is read from a device, and how. `publicId` is what `queryData` takes as `source`. */
export interface DataSource extends Schema.Schema.Type<ReturnType<typeof DataSourceFields>> {}
const DataSourceFields = lazy(() =>
  Schema.Struct({
    publicId: attribute(Schema.String),
    name: attribute(Schema.String),
    slug: attribute(Schema.String),
    agent: attribute(Named()),
    device: attribute(Named()),
    disabled: attribute(Schema.Boolean),
    protocol: attribute(Attributes()),
    port: attribute(Schema.Finite),
    pullDelay: attribute(Schema.Finite),
    valuesPerHour: attribute(Schema.Finite),
    continueLoggingOnError: attribute(Schema.Boolean),
    gracePeriod: attribute(Schema.Finite),
    mqttTopic: attribute(Schema.String),
    mqttBrokerClient: attribute(Named())
  })
)
export const DataSource = lazy(() => Schema.Opaque<DataSource>()(DataSourceFields()))

/** A device behind an agent: a controller, a panel, a camera. */
export interface AgentDevice extends Schema.Schema.Type<ReturnType<typeof AgentDeviceFields>> {}
const AgentDeviceFields = lazy(() =>
  Schema.Struct({
    publicId: attribute(Schema.String),
    name: attribute(Schema.String),
    ipAddress: attribute(Schema.String),
    macAddress: attribute(Schema.String),
    customAddress: attribute(Schema.String),
    agent: attribute(Named()),
    dataSources: attribute(Schema.Array(DataSource()))
  })
)
export const AgentDevice = lazy(() => Schema.Opaque<AgentDevice>()(AgentDeviceFields()))

/** A page of devices. */
export interface AgentDevicePage extends Schema.Schema.Type<ReturnType<typeof AgentDevicePageFields>> {}
const AgentDevicePageFields = lazy(() => Schema.Struct(pageOf(AgentDevice())))
export const AgentDevicePage = lazy(() => Schema.Opaque<AgentDevicePage>()(AgentDevicePageFields()))

const onePage = operation("listAgentDevices", () => ({
  method: "GET",
  path: "/agents/{agentId}/devices",
  input: Schema.Struct({
    /** Id of the agent that the devices are behind. */
    agentId: PublicId(),
    ...pageInput()
  }).pipe(Schema.encodeKeys(pageKeys)),
  output: AgentDevicePage(),
  idempotent: true,
  needs: ["companyId"],
  secrets: ["password"],
  notes: listNotes,
  see: "IXON API reference, AgentDeviceList"
}))

/** Lists the devices behind one agent, a page at a time, or with `.stream` all of them. */
export const listAgentDevices = Pages.byToken(Split.page(onePage, { ...halfPages, join: joined }), {
  ...pages,
  items: ({ data }) => data
})
