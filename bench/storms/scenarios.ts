/** The storms: how fast calls arrive, how long, and what befalls the server. */
import type { Times } from "../vendor.ts"
import type { Trouble } from "./server.ts"

/** What happens, in ms and calls per second. */
export interface Scenario {
  readonly says: string
  readonly rate: number
  readonly lasts: number
  readonly times: Times
  readonly trouble?: Trouble
}

/** In the first all calls can succeed: 1,000 in 20 s. In the second the worker keeps up but for the three seconds. */
export const scenarios: Readonly<Record<"ratelimit" | "brownout", Scenario>> = {
  ratelimit: {
    says: "Rate limit: 100 calls a second for 10 s, 50 a second allowed; 10 s deadline",
    rate: 100,
    lasts: 10_000,
    times: { attempt: 2000, deadline: 10_000 }
  },
  brownout: {
    says: "Brownout: 100 calls a second for 15 s, capacity 150, but 15 from second 2 to 5; 400 ms an attempt, 5 s deadline",
    rate: 100,
    lasts: 15_000,
    times: { attempt: 400, deadline: 5000 },
    trouble: { from: 2000, to: 5000 }
  }
}
