/** The process of one contender: makes it from a module and options, and does the jobs that it is sent. */
import type { Job, Reply, Run } from "./child.ts"
import type { Contender, Module } from "./contender.ts"

/** A share of a run that is not counted: the process has slept while the others ran. */
const settling = 0.15

const run = async (contender: Contender, millis: number): Promise<Run> => {
  await contender.run(performance.now() + millis * settling)
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const count = await contender.run(start + millis)
  const seconds = (performance.now() - start) / 1000
  const { system, user } = process.cpuUsage(cpu)
  return { count, seconds, cpuMicros: system + user }
}

const answer = async (contender: Contender, job: Job): Promise<Reply> => {
  try {
    return { value: job.millis === undefined ? await contender.once() : await run(contender, job.millis) }
  } catch (error) {
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const [module = "", options = "{}"] = process.argv.slice(2)
const { make }: Module<unknown> = await import(module)
const contender = await make(JSON.parse(options))
process.on("message", (job: Job) => void answer(contender, job).then((reply) => process.send?.(reply)))
process.once("disconnect", () => process.exit())
process.send?.({ value: "ready" } satisfies Reply)
