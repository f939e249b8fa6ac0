/** Braze: activity. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, optional, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** Gets daily active user series: `GET /kpi/dau/data_series`. Needs the permission `kpi.dau.data_series`. */
export const getDailyActiveUserSeries = operation("getDailyActiveUserSeries", () => ({
  method: "GET",
  path: "/kpi/dau/data_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    appId: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), dau: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "kpi.dau.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets monthly active user series: `GET /kpi/mau/data_series`. Needs the permission `kpi.mau.data_series`. */
export const getMonthlyActiveUserSeries = operation("getMonthlyActiveUserSeries", () => ({
  method: "GET",
  path: "/kpi/mau/data_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    appId: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), mau: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "kpi.mau.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets new user series: `GET /kpi/new_users/data_series`. Needs the permission `kpi.new_users.data_series`. */
export const getNewUserSeries = operation("getNewUserSeries", () => ({
  method: "GET",
  path: "/kpi/new_users/data_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    appId: optional(Schema.String)
  }),
  output: answer({
    data: Schema.Array(snake({ time: optional(Schema.String), newUsers: optional(Schema.Finite) }))
  }),
  idempotent: true,
  permission: "kpi.new_users.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets uninstall series: `GET /kpi/uninstalls/data_series`. Needs the permission `kpi.uninstalls.data_series`. */
export const getUninstallSeries = operation("getUninstallSeries", () => ({
  method: "GET",
  path: "/kpi/uninstalls/data_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    appId: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), uninstalls: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "kpi.uninstalls.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets session series: `GET /sessions/data_series`. Needs the permission `sessions.data_series`. */
export const getSessionSeries = operation("getSessionSeries", () => ({
  method: "GET",
  path: "/sessions/data_series",
  input: snake({
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text()),
    unit: optional(Schema.Literals(["day", "hour"])),
    appId: optional(Schema.String),
    segmentId: optional(Schema.String)
  }),
  output: answer({ data: objects({ time: optional(Schema.String), sessions: optional(Schema.Finite) }) }),
  idempotent: true,
  permission: "sessions.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))
