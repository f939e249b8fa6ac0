/** IXON: mqttBrokers. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
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
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's MqttBroker, as it comes. */
export interface MqttBroker extends Made<typeof mqttBrokerFields> {}
const mqttBrokerFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  name: attribute(Schema.String),
  host: attribute(Schema.String),
  port: attribute(Schema.Finite),
  certauth: attribute(Secret()),
  clients: attribute(
    objects({
      publicId: attribute(Schema.String),
      company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      name: attribute(Schema.String),
      mqttBroker: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      username: attribute(Schema.String),
      password: attribute(Secret()),
      clientCert: attribute(Secret())
    })
  ),
  messageFormat: attribute(words("sparkplug_b", "sparkplug_b_json"))
}))
export const MqttBroker = opaque<MqttBroker>()(mqttBrokerFields)

/** Deletes MQTT brokers: `DELETE /mqtt-brokers`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMqttBrokers = companyOperation("deleteMqttBrokers", () => ({
  method: "DELETE",
  path: "/mqtt-brokers",
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

/** Lists MQTT brokers; `.stream` reads all pages: `GET /mqtt-brokers`. */
export const listMqttBrokers = companyOperation("listMqttBrokers", () => ({
  method: "GET",
  path: "/mqtt-brokers",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MqttBroker())),
  idempotent: true,
  secrets: ["clientCert", "certauth", "password"],
  notes: listNotes
})).pipe(listed)

/** Updates MQTT brokers: `PATCH /mqtt-brokers`. Idempotent: it sets values, whatever they were. */
export const updateMqttBrokers = companyOperation("updateMqttBrokers", () => ({
  method: "PATCH",
  path: "/mqtt-brokers",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** 1 to 255 characters. */ host: optional(text(1, 255)),
      /** At most 65535. */ port: optional(whole(-Infinity, 65535)),
      /** At most 65535 characters, of a fixed form; or null. */
      certauth: optional(
        Schema.NullOr(
          like(
            /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
            text(0, 65535)
          )
        )
      ),
      messageFormat: optional(Schema.Literals(["sparkplug_b", "sparkplug_b_json"]))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates MQTT brokers: `POST /mqtt-brokers`. Not idempotent: a repeat creates another. */
export const createMqttBrokers = companyOperation("createMqttBrokers", () => ({
  method: "POST",
  path: "/mqtt-brokers",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 255 characters. */ host: text(1, 255),
      /** At most 65535. */ port: whole(-Infinity, 65535),
      /** At most 65535 characters, of a fixed form; or null. */
      certauth: optional(
        Schema.NullOr(
          like(
            /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
            text(0, 65535)
          )
        )
      ),
      messageFormat: Schema.Literals(["sparkplug_b", "sparkplug_b_json"])
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes MQTT broker clients: `DELETE /mqtt-brokers/{brokerId}/clients`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMqttBrokerClients = companyOperation("deleteMqttBrokerClients", () => ({
  method: "DELETE",
  path: "/mqtt-brokers/{brokerId}/clients",
  input: Schema.Struct({
    brokerId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Updates MQTT broker clients: `PATCH /mqtt-brokers/{brokerId}/clients`. Idempotent: it sets values, whatever they were. */
export const updateMqttBrokerClients = companyOperation("updateMqttBrokerClients", () => ({
  method: "PATCH",
  path: "/mqtt-brokers/{brokerId}/clients",
  input: Schema.Struct({
    brokerId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 255 characters; or null. */ username: optional(Schema.NullOr(text(0, 255))),
      /** At most 255 characters; or null. */ password: optional(Schema.NullOr(text(0, 255))),
      /** At most 65535 characters, of a fixed form; or null. */
      clientCert: optional(
        Schema.NullOr(
          like(
            /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
            text(0, 65535)
          )
        )
      ),
      /** At most 65535 characters; or null. */ clientKey: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates MQTT broker clients: `POST /mqtt-brokers/{brokerId}/clients`. Not idempotent: a repeat creates another. */
export const createMqttBrokerClients = companyOperation("createMqttBrokerClients", () => ({
  method: "POST",
  path: "/mqtt-brokers/{brokerId}/clients",
  input: Schema.Struct({
    brokerId: Id(),
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 255 characters; or null. */ username: optional(Schema.NullOr(text(0, 255))),
      /** At most 255 characters; or null. */ password: optional(Schema.NullOr(text(0, 255))),
      /** At most 65535 characters, of a fixed form; or null. */
      clientCert: optional(
        Schema.NullOr(
          like(
            /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
            text(0, 65535)
          )
        )
      ),
      /** At most 65535 characters; or null. */ clientKey: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Creates an MQTT broker client message: `POST /mqtt-brokers/{brokerId}/clients/{clientPublicId}/message`. Not idempotent: a
 * repeat creates another.
 */
export const createMqttBrokerClientMessage = companyOperation("createMqttBrokerClientMessage", () => ({
  method: "POST",
  path: "/mqtt-brokers/{brokerId}/clients/{clientPublicId}/message",
  input: Schema.Struct({
    brokerId: Id(),
    clientPublicId: Id(),
    /** Exactly 12 characters. */ publicId: text(12, 12),
    /** 1 to 255 characters. */ clientId: optional(text(1, 255)),
    /** 1 to 255 characters. */ topic: text(1, 255),
    /** At most 255 characters; or null. */ message: optional(Schema.NullOr(text(0, 255)))
  }),
  output: Schema.Void,
  idempotent: false
}))

/**
 * Deletes an MQTT broker client: `DELETE /mqtt-brokers/{brokerId}/clients/{publicId}`. Idempotent: a repeat may be refused, for
 * the id is gone.
 */
export const deleteMqttBrokerClient = companyOperation("deleteMqttBrokerClient", () => ({
  method: "DELETE",
  path: "/mqtt-brokers/{brokerId}/clients/{publicId}",
  input: Schema.Struct({ brokerId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Updates an MQTT broker client: `PATCH /mqtt-brokers/{brokerId}/clients/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateMqttBrokerClient = companyOperation("updateMqttBrokerClient", () => ({
  method: "PATCH",
  path: "/mqtt-brokers/{brokerId}/clients/{publicId}",
  input: Schema.Struct({
    brokerId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 255 characters; or null. */ username: optional(Schema.NullOr(text(0, 255))),
    /** At most 255 characters; or null. */ password: optional(Schema.NullOr(text(0, 255))),
    /** At most 65535 characters, of a fixed form; or null. */
    clientCert: optional(
      Schema.NullOr(
        like(
          /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
          text(0, 65535)
        )
      )
    ),
    /** At most 65535 characters; or null. */ clientKey: optional(Schema.NullOr(text(0, 65535)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes an MQTT broker: `DELETE /mqtt-brokers/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMqttBroker = companyOperation("deleteMqttBroker", () => ({
  method: "DELETE",
  path: "/mqtt-brokers/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an MQTT broker: `GET /mqtt-brokers/{publicId}`. */
export const getMqttBroker = companyOperation("getMqttBroker", () => ({
  method: "GET",
  path: "/mqtt-brokers/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MqttBroker(),
  from: "data",
  idempotent: true,
  secrets: ["clientCert", "certauth", "password"],
  notes: readNotes
}))

/** Updates an MQTT broker: `PATCH /mqtt-brokers/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateMqttBroker = companyOperation("updateMqttBroker", () => ({
  method: "PATCH",
  path: "/mqtt-brokers/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** 1 to 255 characters. */ host: optional(text(1, 255)),
    /** At most 65535. */ port: optional(whole(-Infinity, 65535)),
    /** At most 65535 characters, of a fixed form; or null. */
    certauth: optional(
      Schema.NullOr(
        like(
          /-----BEGIN CERTIFICATE-----(\r\n|\r|\n)(.|(\r\n|\r|\n))*(\r\n|\r|\n)-----END CERTIFICATE-----/,
          text(0, 65535)
        )
      )
    ),
    messageFormat: optional(Schema.Literals(["sparkplug_b", "sparkplug_b_json"]))
  }),
  output: Schema.Void,
  idempotent: true
}))
