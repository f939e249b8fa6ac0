/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentDataSource, as it comes. */
export interface AgentDataSource extends Made<typeof agentDataSourceFields> {}
const agentDataSourceFields = lazy(() => ({
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  continueLoggingOnError: attribute(Schema.Boolean),
  device: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  gracePeriod: attribute(Schema.Finite),
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  slug: attribute(Schema.String),
  disabled: attribute(Schema.Boolean),
  protocol: attribute(
    Schema.Struct({
      publicId: attribute(
        words(
          "custom",
          "modbus",
          "siemens-step7",
          "opc-ua",
          "ethernet-ip",
          "host",
          "bacnet-ip",
          "mc-protocol"
        )
      ),
      password: attribute(Schema.Union([Schema.String])),
      slave: attribute(Schema.Finite),
      format: attribute(words("ABCD", "BADC", "CDAB", "DCBA")),
      readMode: attribute(words("single_value", "consecutive_values", "gapped_values")),
      pdu: attribute(Schema.Finite),
      rack: attribute(Schema.Finite),
      slot: attribute(Schema.Finite),
      authenticationType: attribute(words("anonymous", "username", "certificate", "none", "password")),
      username: attribute(Schema.String),
      securityMode: attribute(words("sign", "signandencrypt")),
      securityPolicy: attribute(words("basic256sha256", "aes128_sha256_rsaoaep", "aes256_sha256_rsapss")),
      cpu: attribute(
        words(
          "compactlogix",
          "micro800",
          "micrologix",
          "micrologix800",
          "omron",
          "FX5U",
          "IQR",
          "L",
          "Q",
          "QNUCPU"
        )
      ),
      protocol: attribute(words("TCP", "UDP")),
      networkNo: attribute(Schema.Finite),
      pcNo: attribute(Schema.String),
      requestDestIoNr: attribute(Schema.String),
      requestDestModuleStatNr: attribute(Schema.Finite),
      reconnectDelay: attribute(Schema.Finite),
      maxBlocks: attribute(Schema.Finite),
      maxPoints: attribute(Schema.Finite)
    })
  ),
  port: attribute(Schema.Finite),
  pullDelay: attribute(Schema.Finite),
  valuesPerHour: attribute(Schema.Finite),
  mqttTopic: attribute(Schema.String),
  mqttBrokerClient: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const AgentDataSource = opaque<AgentDataSource>()(agentDataSourceFields)
