import { assert, it } from "@effect/vitest"
import { Effect, ManagedRuntime } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { Child } from "./child.ts"
import { times } from "./config.ts"
import { operationsOf } from "./jobs.ts"
import { serveStore } from "./remote.ts"
import { storeOf } from "./stores.ts"
import { openVendor } from "./vendor.ts"

const { once } = operationsOf(75)

/** A vendor that does all it is asked, an outbox, and a worker for each clock that is given. */
const open = async ({
  block = 0,
  clocks,
  takes
}: {
  block?: number
  clocks: ReadonlyArray<number>
  takes: number
}) => {
  // Each answer takes as long.
  const calm = { closed: 0, lost: 0, late: 1, lateBy: takes }
  const [vendor, store] = [await openVendor(1, calm), await serveStore(1, 0)]
  const runtime = ManagedRuntime.make(storeOf(store.name))
  const config = {
    store: store.name,
    url: vendor.url,
    seed: 1,
    count: 75,
    blind: false,
    block,
    from: 0,
    most: 0
  }
  const workers: Array<Child> = []
  for (const skew of clocks) workers.push(new Child("worker", { ...config, skew, idle: false }))
  // Whoever looks after leases meanwhile.
  workers.push(new Child("worker", { ...config, skew: 0, idle: true }))
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((one) => one.kill()))
    await runtime.dispose()
    await store.close()
    vendor.close()
  }
  const enqueue = (count: number) => {
    const jobs = Array.from({ length: count }, (_, index) => ({
      id: `once-${index}`,
      fate: "accept" as const
    }))
    return runtime.runPromise(Outbox.enqueueAll(once, jobs, { id: ({ id }) => id }))
  }
  const stats = async () => (await runtime.runPromise(Outbox.stats)).all
  return { ledger: vendor.ledger, workers, enqueue, stats, close }
}

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: never`)
    await Effect.runPromise(Effect.sleep(20))
  }
}

/** Holds the process that has sent a request until its items are given up, and lets it go on. */
const hold = async (how: "stopped" | "blocked", millis: number): Promise<void> => {
  // The vendor answers while the process is held, and the answer waits in its socket.
  const { close, enqueue, ledger, stats, workers } = await open({
    clocks: [0],
    takes: 400,
    block: millis
  })
  try {
    await until("it starts", () => workers.every(({ isReady }) => isReady))
    await enqueue(10)
    await until("it is sent", () => ledger.requests.once === 1)
    const [holder] = workers
    const going = how === "stopped" ? holder?.pause(millis) : holder?.block()
    await until("it is given up", async () => (await stats()).unknown === 10)
    await going
    await until("it is known", async () => (await stats()).delivered === 10)
    assert.deepStrictEqual(
      [...ledger.done.values()],
      Array.from({ length: 10 }, () => 1)
    )
  } finally {
    await close()
  }
}

it.concurrent.each([
  ["stopped", times.lease + 2_500],
  ["blocked", 10_000]
] as const)(
  "a process that is %s past its lease with the answer in its socket heals the doubt, and nothing is done twice",
  hold,
  90_000
)

it.concurrent(
  "workers whose clocks are an hour wrong, either way, do nothing twice and leave nothing",
  async () => {
    const hour = 3_600_000
    const { close, enqueue, ledger, stats, workers } = await open({ clocks: [hour, -hour], takes: 200 })
    try {
      await until("they start", () => workers.every(({ isReady }) => isReady))
      await enqueue(1_500)
      await until("all is done", async () => (await stats()).delivered === 1_500)
      assert.ok([...ledger.done.values()].every((times) => times === 1))
      assert.strictEqual(ledger.done.size, 1_500)
    } finally {
      await close()
    }
  },
  90_000
)
