/** Bill jobs as m3ter runs them: at most ten at once, each for a minute. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { NotFound, TooManyBillJobs } from "../failures.ts"
import { brokenIn, type Item } from "./objects.ts"

/** API reference: the eleventh is refused. */
const atOnce = 10
/** How long a job runs (ms): m3ter gives no figure. */
const runs = 60_000

/** Bill jobs at work. */
export interface BillJobs {
  readonly create: (request: Simulation.SimulatedRequest) => Wire
  readonly get: (request: Simulation.SimulatedRequest) => Wire
  readonly collection: Simulation.State.Collection<Item>
}

const isRunning = (job: Item, now: number): boolean => now < Number(job["ends"])

const shown = ({ ends, ...job }: Item, now: number): Wire =>
  fromJson(200, {}, { ...job, status: isRunning({ ends }, now) ? "RUNNING" : "COMPLETE" })

/** Starts without any job. */
export const billJobs = (): BillJobs => {
  const collection = Simulation.State.collection<Item>("newest first")
  return {
    collection,
    create: (request) => {
      const broken = brokenIn(request)
      if (broken !== undefined) return broken
      const running = collection.all().filter((job) => isRunning(job, request.now))
      if (running.length >= atOnce) return forge(TooManyBillJobs, {})
      const id = request.chance.uuid()
      request.apply(id)
      const job = { ...request.fields, id, version: 1, type: "CREATE", ends: request.now + runs }
      return shown(collection.put(id, job), request.now)
    },
    get: (request) => {
      const job = collection.get(request.params["id"] ?? "")
      return job === undefined
        ? forge(NotFound, {}, { vendorMessage: "BillJob not found" })
        : shown(job, request.now)
    }
  }
}
