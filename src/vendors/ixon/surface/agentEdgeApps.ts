/** IXON: agentEdgeApps. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentEdgeAppInstanceFile } from "./shared/AgentEdgeAppInstanceFile.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's AgentEdgeAppInstance, as it comes. */
export interface AgentEdgeAppInstance extends Made<typeof agentEdgeAppInstanceFields> {}
const agentEdgeAppInstanceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  edgeAppVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  status: attribute(words("error", "deploying", "pending", "running", "deleting")),
  progress: attribute(Schema.Unknown),
  differentConfigs: attribute(Schema.Boolean),
  lastEvent: attribute(Schema.DateTimeUtcFromString),
  name: attribute(Schema.String),
  services: attribute(Schema.Array(AgentEdgeAppInstanceService())),
  files: attribute(Schema.Array(AgentEdgeAppInstanceFile()))
}))
export const AgentEdgeAppInstance = opaque<AgentEdgeAppInstance>()(agentEdgeAppInstanceFields)

/** IXON's AgentEdgeAppInstanceService, as it comes. */
export interface AgentEdgeAppInstanceService extends Made<typeof agentEdgeAppInstanceServiceFields> {}
const agentEdgeAppInstanceServiceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  instance: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  overrides: attribute(Schema.Struct({ environment: attribute(Schema.String) }))
}))
export const AgentEdgeAppInstanceService = opaque<AgentEdgeAppInstanceService>()(
  agentEdgeAppInstanceServiceFields
)

/**
 * Deletes agent edge app instance files: `DELETE /agents/edge-app-instances/files`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteAgentEdgeAppInstanceFiles = companyOperation("deleteAgentEdgeAppInstanceFiles", () => ({
  method: "DELETE",
  path: "/agents/edge-app-instances/files",
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

/**
 * Deletes an agent edge app instance file: `DELETE /agents/edge-app-instances/files/{publicId}`. Idempotent: a repeat may be
 * refused, for the id is gone.
 */
export const deleteAgentEdgeAppInstanceFile = companyOperation("deleteAgentEdgeAppInstanceFile", () => ({
  method: "DELETE",
  path: "/agents/edge-app-instances/files/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists agent edge app instances; `.stream` reads all pages: `GET /agents/{agentId}/edge-app-instances`. */
export const listAgentEdgeAppInstances = companyOperation("listAgentEdgeAppInstances", () => ({
  method: "GET",
  path: "/agents/{agentId}/edge-app-instances",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentEdgeAppInstance())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent edge app instances: `PATCH /agents/{agentId}/edge-app-instances`. Idempotent: it sets values, whatever they were. */
export const updateAgentEdgeAppInstances = companyOperation("updateAgentEdgeAppInstances", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/edge-app-instances",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      edgeAppVersion: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent edge app instances: `POST /agents/{agentId}/edge-app-instances`. Not idempotent: a repeat creates another. */
export const createAgentEdgeAppInstances = companyOperation("createAgentEdgeAppInstances", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      edgeAppVersion: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes agent edge app instances: `POST /agents/{agentId}/edge-app-instances/delete`. Not idempotent: what a repeat does is
 * not documented.
 */
export const deleteAgentEdgeAppInstances = companyOperation("deleteAgentEdgeAppInstances", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances/delete",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/**
 * Deploys agent edge app instances: `POST /agents/{agentId}/edge-app-instances/deploy`. Not idempotent: what a repeat does is
 * not documented.
 */
export const deployAgentEdgeAppInstances = companyOperation("deployAgentEdgeAppInstances", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances/deploy",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/**
 * Updates agent edge app instance services: `PATCH /agents/{agentId}/edge-app-instances/services`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentEdgeAppInstanceServices = companyOperation(
  "updateAgentEdgeAppInstanceServices",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/edge-app-instances/services",
    input: Schema.Struct({
      agentId: Id(),
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        overrides: Schema.Struct({
          /** At most 65535 characters; or null. */ environment: optional(Schema.NullOr(text(0, 65535)))
        })
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/** Gets an agent edge app instance service: `GET /agents/{agentId}/edge-app-instances/services/{publicId}`. */
export const getAgentEdgeAppInstanceService = companyOperation("getAgentEdgeAppInstanceService", () => ({
  method: "GET",
  path: "/agents/{agentId}/edge-app-instances/services/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentEdgeAppInstanceService(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent edge app instance service: `PATCH /agents/{agentId}/edge-app-instances/services/{publicId}`. Idempotent: it
 * sets values, whatever they were.
 */
export const updateAgentEdgeAppInstanceService = companyOperation(
  "updateAgentEdgeAppInstanceService",
  () => ({
    method: "PATCH",
    path: "/agents/{agentId}/edge-app-instances/services/{publicId}",
    input: Schema.Struct({
      agentId: Id(),
      publicId: Id(),
      overrides: Schema.Struct({
        /** At most 65535 characters; or null. */ environment: optional(Schema.NullOr(text(0, 65535)))
      })
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Uploads an agent edge app instance file: `POST /agents/{agentId}/edge-app-instances/{instanceId}/files/upload`. Not
 * idempotent: what a repeat does is not documented.
 */
export const uploadAgentEdgeAppInstanceFile = companyOperation("uploadAgentEdgeAppInstanceFile", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances/{instanceId}/files/upload",
  input: Schema.Struct({ agentId: Id(), instanceId: Id(), content: Schema.Uint8Array }),
  output: Schema.Struct({ publicId: attribute(Schema.String) }),
  body: "content",
  content: "image/png",
  from: "data",
  idempotent: false
}))

/** Gets an agent edge app instance: `GET /agents/{agentId}/edge-app-instances/{publicId}`. */
export const getAgentEdgeAppInstance = companyOperation("getAgentEdgeAppInstance", () => ({
  method: "GET",
  path: "/agents/{agentId}/edge-app-instances/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentEdgeAppInstance(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent edge app instance: `PATCH /agents/{agentId}/edge-app-instances/{publicId}`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentEdgeAppInstance = companyOperation("updateAgentEdgeAppInstance", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/edge-app-instances/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    edgeAppVersion: Schema.Struct({ publicId: optional(Schema.String) })
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Deletes an agent edge app instance: `POST /agents/{agentId}/edge-app-instances/{publicId}/delete`. Not idempotent: what a
 * repeat does is not documented.
 */
export const deleteAgentEdgeAppInstance = companyOperation("deleteAgentEdgeAppInstance", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances/{publicId}/delete",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/**
 * Deploys an agent edge app instance: `POST /agents/{agentId}/edge-app-instances/{publicId}/deploy`. Not idempotent: what a
 * repeat does is not documented.
 */
export const deployAgentEdgeAppInstance = companyOperation("deployAgentEdgeAppInstance", () => ({
  method: "POST",
  path: "/agents/{agentId}/edge-app-instances/{publicId}/deploy",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))
