/** IXON: data. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { like, objects, optional, text, whole } from "../../../contract/described.ts"
import { attribute, listOf, readNotes } from "../operations/shape.ts"
import { AgentVpnUsage } from "./shared/AgentVpnUsage.ts"
import { companyOperation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** Creates data deletion requests: `POST /data-deletion-requests`. Not idempotent: a repeat creates another. */
export const createDataDeletionRequests = companyOperation("createDataDeletionRequests", () => ({
  method: "POST",
  path: "/data-deletion-requests",
  input: Schema.Struct({
    items: objects({
      source: Schema.Struct({ publicId: optional(Schema.String) }),
      /** A time, sent in UTC. */ start: Moment.Text(),
      /** A time, sent in UTC. */ end: Moment.Text()
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Exports data: `POST /data-export`. */
export const exportData = companyOperation("exportData", () => ({
  method: "POST",
  path: "/data-export",
  input: Schema.Struct({
    /** A time, sent in UTC. */ start: optional(Moment.Text()),
    /** A time, sent in UTC. */ end: optional(Moment.Text()),
    /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
    source: Schema.Struct({ publicId: optional(Schema.String) }),
    tags: objects({
      /** At most 4294967295. */ id: optional(whole(-Infinity, 4294967295)),
      /** 1 to 64 characters, of a fixed form. */
      slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))),
      queries: optional(
        objects({
          /** 1 to 255 characters, of a fixed form. */ ref: optional(like(/^[^{}]*$/, text(1, 255))),
          postAggr: optional(
            Schema.Literals([
              "count",
              "mean",
              "median",
              "mode",
              "spread",
              "sum",
              "first",
              "last",
              "max",
              "min",
              "raw"
            ])
          ),
          postTransform: optional(Schema.Literal("difference")),
          /** 1 to 5000. */ limit: optional(whole(1, 5000)),
          step: optional(Data()),
          offset: optional(Schema.Int),
          factor: optional(Schema.String),
          operator: optional(Schema.Literals(["*", "/", "+", "-"])),
          /** At most 7. */ decimals: optional(whole(-Infinity, 7)),
          extendedBoundary: optional(Schema.Boolean),
          order: optional(Schema.Literals(["asc", "desc"]))
        })
      )
    })
  }),
  output: Schema.String,
  answer: "text",
  idempotent: true,
  reads: true
}))

/** Gets historical data usage: `GET /historical-data-usage`. */
export const getHistoricalDataUsage = companyOperation("getHistoricalDataUsage", () => ({
  method: "GET",
  path: "/historical-data-usage",
  input: Schema.Struct({}),
  output: Schema.Struct({ storedBytes: attribute(Schema.Finite) }),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Queries VPN usage: `POST /vpn-usage`. */
export const queryVpnUsage = companyOperation("queryVpnUsage", () => ({
  method: "POST",
  path: "/vpn-usage",
  input: Schema.Struct({
    aggregator: optional(Schema.Literals(["hourly", "daily", "monthly", "yearly"])),
    /** A time, sent in UTC. */ before: optional(Moment.Text()),
    /** A time, sent in UTC. */ after: optional(Moment.Text())
  }),
  output: listOf(AgentVpnUsage()),
  from: "data",
  idempotent: true,
  reads: true
}))

/** Queries VPN usages: `POST /vpn-usage-2`. */
export const queryVpnUsages = companyOperation("queryVpnUsages", () => ({
  method: "POST",
  path: "/vpn-usage-2",
  input: Schema.Struct({
    aggregator: Schema.Literals(["hourly", "daily", "monthly", "yearly"]),
    /** A time, sent in UTC. */ before: Moment.Text(),
    /** A time, sent in UTC. */ after: Moment.Text()
  }),
  output: listOf(AgentVpnUsage()),
  from: "data",
  idempotent: true,
  reads: true
}))
