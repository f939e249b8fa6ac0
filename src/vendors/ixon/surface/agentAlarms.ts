/** IXON: agentAlarms. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made, whole, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's AgentDataAlarmOccurrence, as it comes. */
export interface AgentDataAlarmOccurrence extends Made<typeof agentDataAlarmOccurrenceFields> {}
const agentDataAlarmOccurrenceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  alarm: attribute(AgentDataAlarmOccurrenceAlarm()),
  acknowledged: attribute(Schema.Boolean),
  acknowledgedBy: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  acknowledgedOn: attribute(Schema.DateTimeUtcFromString),
  comment: attribute(Schema.String),
  occurredOn: attribute(Schema.DateTimeUtcFromString),
  rateLimitTill: attribute(Schema.DateTimeUtcFromString),
  rtnOn: attribute(Schema.DateTimeUtcFromString),
  silenced: attribute(Schema.Boolean),
  stillActiveOn: attribute(Schema.DateTimeUtcFromString)
}))
export const AgentDataAlarmOccurrence = opaque<AgentDataAlarmOccurrence>()(agentDataAlarmOccurrenceFields)

/** IXON's AgentDataAlarmOccurrenceAlarm, as it comes. */
export interface AgentDataAlarmOccurrenceAlarm extends Made<typeof agentDataAlarmOccurrenceAlarmFields> {}
const agentDataAlarmOccurrenceAlarmFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  source: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  audience: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  type: attribute(words("unary", "boolean", "error_bits", "threshold", "rate_of_change", "bit_pattern")),
  name: attribute(Schema.String),
  autoAcknowledge: attribute(Schema.Boolean),
  booleanNormalValue: attribute(Schema.Boolean),
  formula: attribute(Schema.String),
  offDelay: attribute(Schema.Finite),
  offResetDelay: attribute(Schema.Finite),
  onDelay: attribute(Schema.Finite),
  onResetDelay: attribute(Schema.Finite),
  operatorInstructionRtn: attribute(Schema.String),
  outOfService: attribute(Schema.Boolean),
  severity: attribute(words("low", "medium", "high"))
}))
export const AgentDataAlarmOccurrenceAlarm = opaque<AgentDataAlarmOccurrenceAlarm>()(
  agentDataAlarmOccurrenceAlarmFields
)

/** IXON's AgentDataCondition, as it comes. */
export interface AgentDataCondition extends Made<typeof agentDataConditionFields> {}
const agentDataConditionFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  source: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  formula: attribute(Schema.String)
}))
export const AgentDataCondition = opaque<AgentDataCondition>()(agentDataConditionFields)

/** Lists agent data alarm occurrences; `.stream` reads all pages: `GET /agents/{agentId}/alarm-occurrences`. */
export const listAgentDataAlarmOccurrences = companyOperation("listAgentDataAlarmOccurrences", () => ({
  method: "GET",
  path: "/agents/{agentId}/alarm-occurrences",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataAlarmOccurrence())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent data alarm occurrences: `PATCH /agents/{agentId}/alarm-occurrences`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataAlarmOccurrences = companyOperation("updateAgentDataAlarmOccurrences", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/alarm-occurrences",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      acknowledged: optional(Schema.Boolean),
      /** At most 255 characters; or null. */ comment: optional(Schema.NullOr(text(0, 255))),
      silenced: optional(Schema.Boolean)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Gets an agent data alarm occurrence: `GET /agents/{agentId}/alarm-occurrences/{publicId}`. */
export const getAgentDataAlarmOccurrence = companyOperation("getAgentDataAlarmOccurrence", () => ({
  method: "GET",
  path: "/agents/{agentId}/alarm-occurrences/{publicId}",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    fields: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataAlarmOccurrence(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent data alarm occurrence: `PATCH /agents/{agentId}/alarm-occurrences/{publicId}`. Idempotent: it sets values,
 * whatever they were.
 */
export const updateAgentDataAlarmOccurrence = companyOperation("updateAgentDataAlarmOccurrence", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/alarm-occurrences/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    acknowledged: optional(Schema.Boolean),
    /** At most 255 characters; or null. */ comment: optional(Schema.NullOr(text(0, 255))),
    silenced: optional(Schema.Boolean)
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes agent data alarms: `DELETE /agents/{agentId}/data-alarms`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataAlarms = companyOperation("deleteAgentDataAlarms", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-alarms",
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

/** Lists agent data alarms; `.stream` reads all pages: `GET /agents/{agentId}/data-alarms`. */
export const listAgentDataAlarms = companyOperation("listAgentDataAlarms", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-alarms",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataAlarmOccurrenceAlarm())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent data alarms: `PATCH /agents/{agentId}/data-alarms`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataAlarms = companyOperation("updateAgentDataAlarms", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-alarms",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      type: optional(
        Schema.Literals(["unary", "boolean", "error_bits", "threshold", "rate_of_change", "bit_pattern"])
      ),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 2 to 255 characters. */ formula: optional(text(2, 255)),
      audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      autoAcknowledge: optional(Schema.Boolean),
      booleanNormalValue: optional(Schema.Boolean),
      /** At most 4294967295. */ offDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ offResetDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ onDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ onResetDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 65535 characters; or null. */
      operatorInstructionRtn: optional(Schema.NullOr(text(0, 65535))),
      outOfService: optional(Schema.Boolean),
      severity: optional(Schema.Literals(["low", "medium", "high"]))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent data alarms: `POST /agents/{agentId}/data-alarms`. Not idempotent: a repeat creates another. */
export const createAgentDataAlarms = companyOperation("createAgentDataAlarms", () => ({
  method: "POST",
  path: "/agents/{agentId}/data-alarms",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      source: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      type: Schema.Literals(["unary", "boolean", "error_bits", "threshold", "rate_of_change", "bit_pattern"]),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 2 to 255 characters. */ formula: text(2, 255),
      audience: Schema.Struct({ publicId: optional(Schema.String) }),
      autoAcknowledge: optional(Schema.Boolean),
      booleanNormalValue: optional(Schema.Boolean),
      /** At most 4294967295. */ offDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ offResetDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ onDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 4294967295. */ onResetDelay: optional(whole(-Infinity, 4294967295)),
      /** At most 65535 characters; or null. */
      operatorInstructionRtn: optional(Schema.NullOr(text(0, 65535))),
      outOfService: optional(Schema.Boolean),
      severity: optional(Schema.Literals(["low", "medium", "high"]))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent data alarm: `DELETE /agents/{agentId}/data-alarms/{publicId}`. Idempotent: a repeat may be refused, for the
 * id is gone.
 */
export const deleteAgentDataAlarm = companyOperation("deleteAgentDataAlarm", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-alarms/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent data alarm: `GET /agents/{agentId}/data-alarms/{publicId}`. */
export const getAgentDataAlarm = companyOperation("getAgentDataAlarm", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-alarms/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataAlarmOccurrenceAlarm(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an agent data alarm: `PATCH /agents/{agentId}/data-alarms/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataAlarm = companyOperation("updateAgentDataAlarm", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-alarms/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    type: optional(
      Schema.Literals(["unary", "boolean", "error_bits", "threshold", "rate_of_change", "bit_pattern"])
    ),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 2 to 255 characters. */ formula: optional(text(2, 255)),
    audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    autoAcknowledge: optional(Schema.Boolean),
    booleanNormalValue: optional(Schema.Boolean),
    /** At most 4294967295. */ offDelay: optional(whole(-Infinity, 4294967295)),
    /** At most 4294967295. */ offResetDelay: optional(whole(-Infinity, 4294967295)),
    /** At most 4294967295. */ onDelay: optional(whole(-Infinity, 4294967295)),
    /** At most 4294967295. */ onResetDelay: optional(whole(-Infinity, 4294967295)),
    /** At most 65535 characters; or null. */
    operatorInstructionRtn: optional(Schema.NullOr(text(0, 65535))),
    outOfService: optional(Schema.Boolean),
    severity: optional(Schema.Literals(["low", "medium", "high"]))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes agent data conditions: `DELETE /agents/{agentId}/data-conditions`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAgentDataConditions = companyOperation("deleteAgentDataConditions", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-conditions",
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

/** Lists agent data conditions; `.stream` reads all pages: `GET /agents/{agentId}/data-conditions`. */
export const listAgentDataConditions = companyOperation("listAgentDataConditions", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-conditions",
  input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentDataCondition())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates agent data conditions: `PATCH /agents/{agentId}/data-conditions`. Idempotent: it sets values, whatever they were. */
export const updateAgentDataConditions = companyOperation("updateAgentDataConditions", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-conditions",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
      /** 2 to 255 characters. */ formula: optional(text(2, 255))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates agent data conditions: `POST /agents/{agentId}/data-conditions`. Not idempotent: a repeat creates another. */
export const createAgentDataConditions = companyOperation("createAgentDataConditions", () => ({
  method: "POST",
  path: "/agents/{agentId}/data-conditions",
  input: Schema.Struct({
    agentId: Id(),
    items: objects({
      source: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
      /** 2 to 255 characters. */ formula: text(2, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an agent data condition: `DELETE /agents/{agentId}/data-conditions/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAgentDataCondition = companyOperation("deleteAgentDataCondition", () => ({
  method: "DELETE",
  path: "/agents/{agentId}/data-conditions/{publicId}",
  input: Schema.Struct({ agentId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an agent data condition: `GET /agents/{agentId}/data-conditions/{publicId}`. */
export const getAgentDataCondition = companyOperation("getAgentDataCondition", () => ({
  method: "GET",
  path: "/agents/{agentId}/data-conditions/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    agentId: Id(),
    publicId: Id()
  }),
  output: AgentDataCondition(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an agent data condition: `PATCH /agents/{agentId}/data-conditions/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAgentDataCondition = companyOperation("updateAgentDataCondition", () => ({
  method: "PATCH",
  path: "/agents/{agentId}/data-conditions/{publicId}",
  input: Schema.Struct({
    agentId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255))),
    /** 2 to 255 characters. */ formula: optional(text(2, 255))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists agent data alarm occurrence latests; `.stream` reads all pages: `GET /agents/{agentId}/latest-alarm-occurrences`. */
export const listAgentDataAlarmOccurrenceLatests = companyOperation(
  "listAgentDataAlarmOccurrenceLatests",
  () => ({
    method: "GET",
    path: "/agents/{agentId}/latest-alarm-occurrences",
    input: Schema.Struct({ agentId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(AgentDataAlarmOccurrence())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)
