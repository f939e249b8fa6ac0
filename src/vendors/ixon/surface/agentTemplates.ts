/** IXON: agentTemplates. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, opaque, optional, text, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  listOf,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { AgentDataSource } from "./shared/AgentDataSource.ts"
import { AgentDeviceValue } from "./shared/AgentDeviceValue.ts"
import { AgentPageLink } from "./shared/AgentPageLink.ts"
import { AgentPageLinkAudience } from "./shared/AgentPageLinkAudience.ts"
import { AgentRouterLanWanAccessRule } from "./shared/AgentRouterLanWanAccessRule.ts"
import { AgentRouterOneToOneNatRule } from "./shared/AgentRouterOneToOneNatRule.ts"
import { AgentRouterVpnAccessRule } from "./shared/AgentRouterVpnAccessRule.ts"
import { AgentServer } from "./shared/AgentServer.ts"
import { AgentTemplateConfig } from "./shared/AgentTemplateConfig.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { AgentTemplateVersion } from "./shared/AgentTemplateVersion.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's AgentTemplate, as it comes. */
export interface AgentTemplate extends Made<typeof agentTemplateFields> {}
const agentTemplateFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  useStunnel: attribute(Schema.Boolean),
  config: attribute(AgentTemplateConfig()),
  card: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  vpnAudience: attribute(AgentPageLinkAudience()),
  vpnRequireAccessApproval: attribute(Schema.Boolean),
  vpnAccessRules: attribute(Schema.Array(AgentRouterVpnAccessRule())),
  vpnVisibleInMobileApp: attribute(Schema.Boolean),
  vpnVisibleOnWeb: attribute(Schema.Boolean),
  dataAudience: attribute(AgentPageLinkAudience()),
  lanWanAccessRules: attribute(Schema.Array(AgentRouterLanWanAccessRule())),
  oneToOneNatRules: attribute(Schema.Array(AgentRouterOneToOneNatRule())),
  devices: attribute(Schema.Array(AgentDeviceValue())),
  servers: attribute(Schema.Array(AgentServer())),
  pageLinks: attribute(Schema.Array(AgentPageLink())),
  type: attribute(AgentTemplateType()),
  dataSources: attribute(Schema.Array(AgentDataSource())),
  vpnProtocol: attribute(words("udp", "tcp")),
  updatedOn: attribute(Schema.DateTimeUtcFromString),
  updatedBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  latestVersion: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      createdOn: attribute(Schema.DateTimeUtcFromString),
      number: attribute(Schema.String)
    })
  ),
  custom: attribute(Attributes())
}))
export const AgentTemplate = opaque<AgentTemplate>()(agentTemplateFields)

/** Deletes agent templates: `DELETE /agent-templates`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentTemplates = companyOperation("deleteAgentTemplates", () => ({
  method: "DELETE",
  path: "/agent-templates",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent templates; `.stream` reads all pages: `GET /agent-templates`. */
export const listAgentTemplates = companyOperation("listAgentTemplates", () => ({
  method: "GET",
  path: "/agent-templates",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentTemplate())),
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode", "password"],
  notes: listNotes
})).pipe(listed)

/** Updates agent templates: `PATCH /agent-templates`. Idempotent: it sets values, whatever they were. */
export const updateAgentTemplates = companyOperation("updateAgentTemplates", () => ({
  method: "PATCH",
  path: "/agent-templates",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
      useStunnel: optional(Schema.Boolean),
      card: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      vpnAudience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      vpnRequireAccessApproval: optional(Schema.Boolean),
      vpnVisibleInMobileApp: optional(Schema.Boolean),
      vpnVisibleOnWeb: optional(Schema.Boolean),
      /** Or null. */
      dataAudience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      vpnProtocol: optional(Schema.Literals(["udp", "tcp"])),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent templates: `POST /agent-templates`. Not idempotent: a repeat creates another. */
export const createAgentTemplates = companyOperation("createAgentTemplates", () => ({
  method: "POST",
  path: "/agent-templates",
  input: Schema.Struct({
    items: objects({
      type: Schema.Struct({ publicId: optional(Schema.String) }),
      group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
      useStunnel: optional(Schema.Boolean),
      card: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      vpnAudience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      vpnRequireAccessApproval: optional(Schema.Boolean),
      vpnVisibleInMobileApp: optional(Schema.Boolean),
      vpnVisibleOnWeb: optional(Schema.Boolean),
      /** Or null. */
      dataAudience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      vpnProtocol: optional(Schema.Literals(["udp", "tcp"])),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Creates an agent template from agents: `POST /agent-templates/from-agent`. Not idempotent: a repeat creates another. */
export const createAgentTemplateFromAgents = companyOperation("createAgentTemplateFromAgents", () => ({
  method: "POST",
  path: "/agent-templates/from-agent",
  input: Schema.Struct({
    items: objects({
      agent: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      group: optional(Schema.Struct({ publicId: optional(Schema.String) }))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Lists agent template versions; `.stream` reads all pages: `GET /agent-templates/{agentId}/versions`. */
export const listAgentTemplateVersions = companyOperation("listAgentTemplateVersions", () => ({
  method: "GET",
  path: "/agent-templates/{agentId}/versions",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentTemplateVersion())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets an agent template version: `GET /agent-templates/{agentId}/versions/{publicId}`. */
export const getAgentTemplateVersion = companyOperation("getAgentTemplateVersion", () => ({
  method: "GET",
  path: "/agent-templates/{agentId}/versions/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentTemplateVersion(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Creates an agent template version from a template: `POST /agent-templates/{agentTemplatePublicId}/version`. Not idempotent: a
 * repeat creates another.
 */
export const createAgentTemplateVersionFromTemplate = companyOperation(
  "createAgentTemplateVersionFromTemplate",
  () => ({
    method: "POST",
    path: "/agent-templates/{agentTemplatePublicId}/version",
    input: Schema.Struct({
      agentTemplatePublicId: Id(),
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535)))
    }),
    output: Schema.Struct({ publicId: attribute(Schema.String) }),
    from: "data",
    idempotent: false
  })
)

/** Deletes an agent template: `DELETE /agent-templates/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentTemplate = companyOperation("deleteAgentTemplate", () => ({
  method: "DELETE",
  path: "/agent-templates/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent template: `GET /agent-templates/{publicId}`. */
export const getAgentTemplate = companyOperation("getAgentTemplate", () => ({
  method: "GET",
  path: "/agent-templates/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentTemplate(),
  from: "data",
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode", "password"],
  notes: readNotes
}))

/** Updates an agent template: `PATCH /agent-templates/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentTemplate = companyOperation("updateAgentTemplate", () => ({
  method: "PATCH",
  path: "/agent-templates/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
    useStunnel: optional(Schema.Boolean),
    card: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    vpnAudience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    vpnRequireAccessApproval: optional(Schema.Boolean),
    vpnVisibleInMobileApp: optional(Schema.Boolean),
    vpnVisibleOnWeb: optional(Schema.Boolean),
    /** Or null. */
    dataAudience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    vpnProtocol: optional(Schema.Literals(["udp", "tcp"])),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))
