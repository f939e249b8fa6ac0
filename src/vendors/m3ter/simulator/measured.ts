/** Measurements as m3ter takes them: unseen, once for each uid, and there for queries. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulator from "../../../testing/Simulator.ts"
import { fromJson, isRecord, type Wire } from "../../../contract/Wire.ts"
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
  readonly submit: (call: Simulator.Call) => Wire
  readonly query: (call: Simulator.Call) => Wire
}

const codesOf = ({ collection }: Kind, ids: unknown): ReadonlyArray<unknown> | undefined =>
  Array.isArray(ids) && ids.length > 0 ? ids.map((id) => collection.get(String(id))?.["code"]) : undefined

const isWithin = (ts: unknown, { endDate, startDate }: Item): boolean => {
  const moment = Date.parse(String(ts))
  const [start, end] = [Date.parse(String(startDate)), Date.parse(String(endDate))]
  return (startDate === undefined || moment >= start) && (endDate === undefined || moment < end)
}

interface Kept {
  readonly uids: Simulator.State.Seen
  readonly all: Array<Item>
}

const submit = ({ all, uids }: Kept, call: Simulator.Call): Wire => {
  const tooLarge = new TextEncoder().encode(call.received.text).length >= largestBody
  const refused = tooLarge ? forge(Forbidden, {}, { vendorMessage: "Request too large" }) : brokenIn(call)
  if (refused !== undefined) return refused
  const fresh = [call.fields["measurements"]]
    .flat()
    .filter(isRecord)
    .filter(({ uid }) => uid === undefined || uids.isNew(String(uid), call.now))
  all.push(...fresh)
  fresh.forEach((one) =>
    call.apply(typeof one["uid"] === "string" ? one["uid"] : Simulator.identityOf(one), one)
  )
  return fromJson(200, {}, { result: "accepted" })
}

const query = ({ all }: Kept, meters: Kind, accounts: Kind, call: Simulator.Call): Wire => {
  const broken = brokenIn(call)
  if (broken !== undefined) return broken
  const { accountIds, limit, meterIds } = call.fields
  const [ofMeters, ofAccounts] = [codesOf(meters, meterIds), codesOf(accounts, accountIds)]
  const rows = all.filter(
    ({ account, meter, ts }) =>
      (ofMeters?.includes(meter) ?? true) &&
      (ofAccounts?.includes(account) ?? true) &&
      isWithin(ts, call.fields)
  )
  const most = typeof limit === "number" ? limit : mostRows
  return fromJson(200, {}, { data: rows.slice(0, most), hasMoreData: rows.length > most })
}

/** No measurements yet; queries name meters and accounts by their ids. */
export const measured = (meters: Kind, accounts: Kind): Measured => {
  const kept: Kept = { uids: Simulator.State.seen(remembered), all: [] }
  return {
    submit: (call) => submit(kept, call),
    query: (call) => query(kept, meters, accounts, call)
  }
}
