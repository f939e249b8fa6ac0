/** Jobs of which there is one at a time: the sync of an integration, the export of a segment. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson } from "../../../contract/Wire.ts"
import type * as Simulation from "../../../testing/Simulation.ts"
import { JobInProgress } from "../failures.ts"
import { type Handlers, type Item, named, success, valid } from "./objects.ts"

// How long a job takes is not documented.
const takes = 60_000

interface Job {
  readonly began: number
}

const isRunning = ({ began }: Job, now: number): boolean => now < began + takes

const shown =
  (now: number) =>
  (job: Job): Item => ({
    job_status: isRunning(job, now) ? "running" : "success",
    sync_start_time: new Date(job.began).toISOString(),
    ...(isRunning(job, now)
      ? {}
      : {
          sync_finish_time: new Date(job.began + takes).toISOString(),
          rows_synced: 1,
          rows_failed_with_errors: 0
        })
  })

/** Starts a job, unless one of the same thing is running. */
const starter = () => {
  const jobs = new Map<string, ReadonlyArray<Job>>()
  const of = (key: string): ReadonlyArray<Job> => jobs.get(key) ?? []
  const start = (request: Simulation.SimulatedRequest, key: string): boolean => {
    if (of(key).some((job) => isRunning(job, request.now))) return false
    jobs.set(key, [{ began: request.now }, ...of(key)])
    request.apply(key)
    return true
  }
  return { of, start }
}

/** No jobs yet. */
export const jobs = (): Handlers => {
  const [syncs, exports] = [starter(), starter()]
  return {
    syncCdiIntegration: (request) =>
      syncs.start(request, named(request, "id")) ? success({}, 202) : forge(JobInProgress, {}),
    listCdiJobs: (request) =>
      success({ results: syncs.of(named(request, "id")).map(shown(request.now)) }, 200),
    exportUsersBySegment: valid((request) => {
      const segment = named(request, "segment_id")
      if (!exports.start(request, segment)) return forge(JobInProgress, {})
      const object_prefix = `segment-export/${segment}/${request.chance.uuid()}`
      return fromJson(
        201,
        {},
        { message: "success", object_prefix, url: `https://export.example/${object_prefix}` }
      )
    })
  }
}
