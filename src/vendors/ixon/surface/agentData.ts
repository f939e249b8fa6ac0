/** IXON: agentData. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import {
  Id,
  like,
  objects,
  opaque,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
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
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's ChangedAgentDataSourceProtocol. */
export const ChangedAgentDataSourceProtocol = lazy(() =>
  Schema.Union([
    Schema.Struct({
      publicId: Schema.Literal("custom"),
      /** 1 to 255 characters. */ password: text(1, 255)
    }),
    Schema.Struct({
      publicId: Schema.Literal("modbus"),
      /** At most 65535; or null. */ slave: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** Or null. */ format: optional(Schema.NullOr(Schema.Literals(["ABCD", "BADC", "CDAB", "DCBA"]))),
      /** Or null. */
      readMode: optional(
        Schema.NullOr(Schema.Literals(["single_value", "consecutive_values", "gapped_values"]))
      )
    }),
    Schema.Struct({
      publicId: Schema.Literal("siemens-step7"),
      /** -2147483648 to 2147483647; or null. */
      pdu: optional(Schema.NullOr(whole(-2147483648, 2147483647))),
      /** At most 7; or null. */ rack: optional(Schema.NullOr(whole(-Infinity, 7))),
      /** At most 31; or null. */ slot: optional(Schema.NullOr(whole(-Infinity, 31)))
    }),
    Schema.Struct({
      publicId: Schema.Literal("opc-ua"),
      authenticationType: Schema.Literals(["anonymous", "username", "certificate"]),
      /** At most 255 characters; or null. */ username: optional(Schema.NullOr(text(0, 255))),
      /** At most 255 characters; or null. */ password: optional(Schema.NullOr(text(0, 255))),
      /** Or null. */ securityMode: optional(Schema.NullOr(Schema.Literals(["sign", "signandencrypt"]))),
      /** Or null. */
      securityPolicy: optional(
        Schema.NullOr(Schema.Literals(["basic256sha256", "aes128_sha256_rsaoaep", "aes256_sha256_rsapss"]))
      )
    }),
    Schema.Struct({
      publicId: Schema.Literal("ethernet-ip"),
      cpu: Schema.Literals(["compactlogix", "micro800", "micrologix", "micrologix800", "omron"]),
      /** At most 65535; or null. */ rack: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 65535; or null. */ slot: optional(Schema.NullOr(whole(-Infinity, 65535)))
    }),
    Schema.Struct({ publicId: Schema.Literal("host") }),
    Schema.Struct({ publicId: Schema.Literal("bacnet-ip") }),
    Schema.Struct({
      publicId: Schema.Literal("mc-protocol"),
      /** Or null. */ cpu: optional(Schema.NullOr(Schema.Literals(["FX5U", "IQR", "L", "Q", "QNUCPU"]))),
      /** Or null. */ protocol: optional(Schema.NullOr(Schema.Literals(["TCP", "UDP"]))),
      /** At most 255; or null. */ networkNo: optional(Schema.NullOr(whole(-Infinity, 255))),
      /** 1 to 2 characters, of a fixed form; or null. */
      pcNo: optional(Schema.NullOr(like(/[A-Za-z0-9]+/, text(1, 2)))),
      /** 1 to 4 characters, of a fixed form; or null. */
      requestDestIoNr: optional(Schema.NullOr(like(/[A-Za-z0-9]+/, text(1, 4)))),
      /** At most 255; or null. */
      requestDestModuleStatNr: optional(Schema.NullOr(whole(-Infinity, 255))),
      /** Or null. */ authenticationType: optional(Schema.NullOr(Schema.Literals(["none", "password"]))),
      /** At most 255 characters; or null. */ password: optional(Schema.NullOr(text(0, 255))),
      /** At most 65535; or null. */ reconnectDelay: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 65535; or null. */ maxBlocks: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 65535; or null. */ maxPoints: optional(Schema.NullOr(whole(-Infinity, 65535)))
    })
  ])
)

/** IXON's AgentDataTag, as it comes. */
export interface AgentDataTag extends Made<typeof agentDataTagFields> {}
const agentDataTagFields = lazy(() => ({
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  source: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  variable: attribute(AgentDataTagVariable()),
  publicId: attribute(Schema.String),
  backendComponent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  tagId: attribute(Schema.Finite),
  name: attribute(Schema.String),
  slug: attribute(Schema.String),
  aggregators: attribute(Schema.Array(Schema.String)),
  downsamplingInterval: attribute(Schema.String),
  edgeAggregator: attribute(
    words("any", "avg", "min", "max", "first", "last", "shortest", "longest", "increase")
  ),
  logEvent: attribute(words("interval", "change", "trigger")),
  logTrigger: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  loggingInterval: attribute(Schema.String),
  retentionPolicy: attribute(words("3d", "7d", "14d", "26w", "52w", "104w", "260w", "364w", "520w")),
  onChangeExpiry: attribute(Schema.String)
}))
export const AgentDataTag = opaque<AgentDataTag>()(agentDataTagFields)

/** IXON's AgentDataTagVariable, as it comes. */
export interface AgentDataTagVariable extends Made<typeof agentDataTagVariableFields> {}
const agentDataTagVariableFields = lazy(() => ({
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  source: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  publicId: attribute(Schema.String),
  variableId: attribute(Schema.Finite),
  name: attribute(Schema.String),
  address: attribute(Schema.String),
  slug: attribute(Schema.String),
  type: attribute(words("bool", "int", "float", "str")),
  signed: attribute(Schema.Boolean),
  width: attribute(words("8", "16", "32", "64")),
  factor: attribute(Schema.String),
  unit: attribute(Schema.String),
  maxStringLength: attribute(Schema.Finite),
  forAlarming: attribute(Schema.Boolean),
  forLogging: attribute(Schema.Boolean),
  internalUse: attribute(Schema.Boolean),
  updateable: attribute(Schema.Boolean),
  custom: attribute(Attributes())
}))
export const AgentDataTagVariable = opaque<AgentDataTagVariable>()(agentDataTagVariableFields)

/** Lists agent data protocols; `.stream` reads all pages: `GET /agents/{agentId}/data-protocols`. */
export const listAgentDataProtocols = companyOperation("listAgentDataProtocols", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-protocols",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        defaultPort: attribute(Schema.Finite)
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes agent data sources: `DELETE /agents/{agentId}/data-sources`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataSources = companyOperation("deleteAgentDataSources", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-sources",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent data sources; `.stream` reads all pages: `GET /agents/{agentId}/data-sources`. */
export const listAgentDataSources = companyOperation("listAgentDataSources", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-sources",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataSource())),
  idempotent: true,
  secrets: ["password"],
  notes: listNotes
})).pipe(listed)

/** Updates agent data sources: `PATCH /agents/{agentId}/data-sources`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataSources = companyOperation("updateAgentDataSources", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-sources",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** Or null. */ continueLoggingOnError: optional(Schema.NullOr(Schema.Boolean)),
      device: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      /** At most 65535; or null. */ gracePeriod: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 64 characters, of a fixed form. */
      slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
      disabled: optional(Schema.Boolean),
      protocol: ChangedAgentDataSourceProtocol(),
      /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 4294967295; or null. */
      pullDelay: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
      /** 1 to 255 characters; or null. */ mqttTopic: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      mqttBrokerClient: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent data sources: `POST /agents/{agentId}/data-sources`. Not idempotent: a repeat creates another. */
export const createAgentDataSources = companyOperation("createAgentDataSources", () => ({
  method: "POST",
  path: "/agents/{agentId}/data-sources",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      device: Schema.Struct({ publicId: optional(Schema.String) }),
      /** Or null. */ continueLoggingOnError: optional(Schema.NullOr(Schema.Boolean)),
      /** At most 65535; or null. */ gracePeriod: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 64 characters, of a fixed form. */ slug: like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64)),
      disabled: optional(Schema.Boolean),
      protocol: ChangedAgentDataSourceProtocol(),
      /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 4294967295; or null. */
      pullDelay: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
      /** 1 to 255 characters; or null. */ mqttTopic: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      mqttBrokerClient: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent data source: `DELETE /agents/{agentId}/data-sources/{publicId}`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteAgentDataSource = companyOperation("deleteAgentDataSource", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-sources/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent data source: `GET /agents/{agentId}/data-sources/{publicId}`. */
export const getAgentDataSource = companyOperation("getAgentDataSource", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-sources/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataSource(),
  from: "data",
  idempotent: true,
  secrets: ["password"],
  notes: readNotes
}))

/** Updates an agent data source: `PATCH /agents/{agentId}/data-sources/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataSource = companyOperation("updateAgentDataSource", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-sources/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** Or null. */ continueLoggingOnError: optional(Schema.NullOr(Schema.Boolean)),
    device: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** At most 65535; or null. */ gracePeriod: optional(Schema.NullOr(whole(-Infinity, 65535))),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 64 characters, of a fixed form. */ slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
    disabled: optional(Schema.Boolean),
    protocol: ChangedAgentDataSourceProtocol(),
    /** At most 65535; or null. */ port: optional(Schema.NullOr(whole(-Infinity, 65535))),
    /** At most 4294967295; or null. */ pullDelay: optional(Schema.NullOr(whole(-Infinity, 4294967295))),
    /** 1 to 255 characters; or null. */ mqttTopic: optional(Schema.NullOr(text(1, 255))),
    /** Or null. */
    mqttBrokerClient: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes agent data tags: `DELETE /agents/{agentId}/data-tags`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataTags = companyOperation("deleteAgentDataTags", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-tags",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent data tags; `.stream` reads all pages: `GET /agents/{agentId}/data-tags`. */
export const listAgentDataTags = companyOperation("listAgentDataTags", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-tags",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataTag())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent data tags: `PATCH /agents/{agentId}/data-tags`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataTags = companyOperation("updateAgentDataTags", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-tags",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 64 characters, of a fixed form. */
      slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
      aggregators: optional(Schema.Array(text(1, 255))),
      /** 1 to 255 characters, of a fixed form; or null. */
      downsamplingInterval: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255)))),
      /** Or null. */
      edgeAggregator: optional(
        Schema.NullOr(
          Schema.Literals(["any", "avg", "min", "max", "first", "last", "shortest", "longest", "increase"])
        )
      ),
      logEvent: optional(Schema.Literals(["interval", "change", "trigger"])),
      /** Or null. */
      logTrigger: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** 1 to 255 characters, of a fixed form. */
      loggingInterval: optional(like(/([1-9]\d*)(ms|s|m|h)/, text(1, 255))),
      retentionPolicy: optional(
        Schema.Literals(["3d", "7d", "14d", "26w", "52w", "104w", "260w", "364w", "520w"])
      ),
      /** 1 to 255 characters, of a fixed form; or null. */
      onChangeExpiry: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255))))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent data tags: `POST /agents/{agentId}/data-tags`. Not idempotent: a repeat creates another. */
export const createAgentDataTags = companyOperation("createAgentDataTags", () => ({
  method: "POST",
  path: "/agents/{agentId}/data-tags",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      backendComponent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      variable: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 64 characters, of a fixed form. */ slug: like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64)),
      aggregators: optional(Schema.Array(text(1, 255))),
      /** 1 to 255 characters, of a fixed form; or null. */
      downsamplingInterval: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255)))),
      /** Or null. */
      edgeAggregator: optional(
        Schema.NullOr(
          Schema.Literals(["any", "avg", "min", "max", "first", "last", "shortest", "longest", "increase"])
        )
      ),
      logEvent: Schema.Literals(["interval", "change", "trigger"]),
      /** Or null. */
      logTrigger: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** 1 to 255 characters, of a fixed form. */
      loggingInterval: like(/([1-9]\d*)(ms|s|m|h)/, text(1, 255)),
      retentionPolicy: optional(
        Schema.Literals(["3d", "7d", "14d", "26w", "52w", "104w", "260w", "364w", "520w"])
      ),
      /** 1 to 255 characters, of a fixed form; or null. */
      onChangeExpiry: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255))))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an agent data tag: `DELETE /agents/{agentId}/data-tags/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataTag = companyOperation("deleteAgentDataTag", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-tags/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent data tag: `GET /agents/{agentId}/data-tags/{publicId}`. */
export const getAgentDataTag = companyOperation("getAgentDataTag", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-tags/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataTag(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an agent data tag: `PATCH /agents/{agentId}/data-tags/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataTag = companyOperation("updateAgentDataTag", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-tags/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 64 characters, of a fixed form. */ slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
    aggregators: optional(Schema.Array(text(1, 255))),
    /** 1 to 255 characters, of a fixed form; or null. */
    downsamplingInterval: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255)))),
    /** Or null. */
    edgeAggregator: optional(
      Schema.NullOr(
        Schema.Literals(["any", "avg", "min", "max", "first", "last", "shortest", "longest", "increase"])
      )
    ),
    logEvent: optional(Schema.Literals(["interval", "change", "trigger"])),
    /** Or null. */
    logTrigger: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** 1 to 255 characters, of a fixed form. */
    loggingInterval: optional(like(/([1-9]\d*)(ms|s|m|h)/, text(1, 255))),
    retentionPolicy: optional(
      Schema.Literals(["3d", "7d", "14d", "26w", "52w", "104w", "260w", "364w", "520w"])
    ),
    /** 1 to 255 characters, of a fixed form; or null. */
    onChangeExpiry: optional(Schema.NullOr(like(/(\d+)(ms|s|m|h|d)/, text(1, 255))))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes agent data variables: `DELETE /agents/{agentId}/data-variables`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataVariables = companyOperation("deleteAgentDataVariables", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-variables",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists agent data variables; `.stream` reads all pages: `GET /agents/{agentId}/data-variables`. */
export const listAgentDataVariables = companyOperation("listAgentDataVariables", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-variables",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataTagVariable())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent data variables: `PATCH /agents/{agentId}/data-variables`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataVariables = companyOperation("updateAgentDataVariables", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-variables",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 255 characters. */ address: optional(text(1, 255)),
      /** 1 to 64 characters, of a fixed form. */
      slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
      /** Or null. */ factor: optional(Schema.NullOr(Schema.String)),
      /** At most 255 characters; or null. */ unit: optional(Schema.NullOr(text(0, 255))),
      /** At most 65535; or null. */ maxStringLength: optional(Schema.NullOr(whole(-Infinity, 65535))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent data variables: `POST /agents/{agentId}/data-variables`. Not idempotent: a repeat creates another. */
export const createAgentDataVariables = companyOperation("createAgentDataVariables", () => ({
  method: "POST",
  path: "/agents/{agentId}/data-variables",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      source: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 64 characters, of a fixed form. */ slug: like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64)),
      /** 1 to 255 characters. */ address: text(1, 255),
      type: Schema.Literals(["bool", "int", "float", "str"]),
      signed: optional(Schema.Boolean),
      width: optional(Schema.Literals(["8", "16", "32", "64"])),
      /** Or null. */ factor: optional(Schema.NullOr(Schema.String)),
      /** At most 255 characters; or null. */ unit: optional(Schema.NullOr(text(0, 255))),
      /** At most 65535; or null. */ maxStringLength: optional(Schema.NullOr(whole(-Infinity, 65535))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent data variable: `DELETE /agents/{agentId}/data-variables/{publicId}`. Idempotent: a repeat may be refused, for
 * the id is gone.
 */
export const deleteAgentDataVariable = companyOperation("deleteAgentDataVariable", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-variables/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent data variable: `GET /agents/{agentId}/data-variables/{publicId}`. */
export const getAgentDataVariable = companyOperation("getAgentDataVariable", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-variables/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataTagVariable(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an agent data variable: `PATCH /agents/{agentId}/data-variables/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataVariable = companyOperation("updateAgentDataVariable", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-variables/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 255 characters. */ address: optional(text(1, 255)),
    /** 1 to 64 characters, of a fixed form. */ slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
    /** Or null. */ factor: optional(Schema.NullOr(Schema.String)),
    /** At most 255 characters; or null. */ unit: optional(Schema.NullOr(text(0, 255))),
    /** At most 65535; or null. */ maxStringLength: optional(Schema.NullOr(whole(-Infinity, 65535))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))
