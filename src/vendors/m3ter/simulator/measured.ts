/** Measurements as m3ter takes them: unseen, once for each uid, and there for queries. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson, isRecord, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { Forbidden } from "../failures.ts"
import { brokenIn, type Item, type Kind } from "./objects.ts"

// “idempotent within a 35-day window”: FAQ, metering.
const remembered = 35 * 86_400_000
// “must be less than 512,000 bytes”; over it the answer is a 403: page “Ingest API Limits”.
const largestBody = 512_000
// Rows of a usage query: API reference.
const mostRows = 20_000

/** The measurements of a world. */
export interface Measured {
  readonly submit: (request: Simulation.SimulatedRequest) => Wire
  readonly query: (request: Simulation.SimulatedRequest) => Wire
}

const codesOf = ({ collection }: Kind, ids: unknown): ReadonlyArray<unknown> | undefined =>
  Array.isArray(ids) && ids.length > 0 ? ids.map((id) => collection.get(String(id))?.["code"]) : undefined

const isWithin = (ts: unknown, { endDate, startDate }: Item): boolean => {
  const moment = Date.parse(String(ts))
  const [start, end] = [Date.parse(String(startDate)), Date.parse(String(endDate))]
  return (startDate === undefined || moment >= start) && (endDate === undefined || moment < end)
}

interface Kept {
  readonly uids: Simulation.State.Seen
  readonly all: Array<Item>
}

const submit = ({ all, uids }: Kept, request: Simulation.SimulatedRequest): Wire => {
  const tooLarge = new TextEncoder().encode(request.received.text).length >= largestBody
  const refused = tooLarge ? forge(Forbidden, {}, { vendorMessage: "Request too large" }) : brokenIn(request)
  if (refused !== undefined) return refused
  const fresh = [request.fields["measurements"]]
    .flat()
    .filter(isRecord)
    .filter(({ uid }) => uid === undefined || uids.isNew(String(uid), request.now))
  all.push(...fresh)
  fresh.forEach((one) =>
    request.apply(typeof one["uid"] === "string" ? one["uid"] : Simulation.identityOf(one), one)
  )
  return fromJson(200, {}, { result: "accepted" })
}

const query = ({ all }: Kept, meters: Kind, accounts: Kind, request: Simulation.SimulatedRequest): Wire => {
  const broken = brokenIn(request)
  if (broken !== undefined) return broken
  const { accountIds, limit, meterIds } = request.fields
  const [ofMeters, ofAccounts] = [codesOf(meters, meterIds), codesOf(accounts, accountIds)]
  const rows = all.filter(
    ({ account, meter, ts }) =>
      (ofMeters?.includes(meter) ?? true) &&
      (ofAccounts?.includes(account) ?? true) &&
      isWithin(ts, request.fields)
  )
  const most = typeof limit === "number" ? limit : mostRows
  return fromJson(200, {}, { data: rows.slice(0, most), hasMoreData: rows.length > most })
}

/** No measurements yet; queries name meters and accounts by their ids. */
export const measured = (meters: Kind, accounts: Kind): Measured => {
  const kept: Kept = { uids: Simulation.State.seen(remembered), all: [] }
  return {
    submit: (request) => submit(kept, request),
    query: (request) => query(kept, meters, accounts, request)
  }
}
