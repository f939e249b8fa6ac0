import { assert, describe, it } from "@effect/vitest"
import { longest, type RateHints, read } from "../../../src/policy/limit/Hints.ts"

// Sun, 06 Nov 1994 08:49:37 GMT
const now = 784_111_777_000
type Case = readonly [name: string, headers: Record<string, string | undefined>, hints: RateHints]

const table = (cases: ReadonlyArray<Case>) => {
  for (const [name, headers, hints] of cases)
    it(name, () => assert.deepStrictEqual(read(headers, now), hints))
}

describe("reads a reset", () => {
  const limit = { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "7" }
  const found = { limit: 50, remaining: 7 }
  table([
    // From 1e9 on a number is a Unix time; this clock stands in 1994, where it is far off and capped.
    [
      "as Unix seconds",
      { ...limit, "x-ratelimit-reset": "1785000000" },
      { ...found, resetAt: now + longest, coarse: true }
    ],
    [
      "as seconds to wait",
      { ...limit, "x-ratelimit-reset": "12" },
      { ...found, resetAt: now + 12_000, coarse: true }
    ],
    [
      "as a fraction of a second",
      { ...limit, "x-ratelimit-reset": "0.25" },
      { ...found, resetAt: now + 250 }
    ],
    [
      "as Unix milliseconds",
      { ...limit, "x-ratelimit-reset": "784111779500" },
      { ...found, resetAt: now + 2500 }
    ],
    [
      "as an ISO date",
      { ...limit, "x-ratelimit-reset": "1994-11-06T08:49:40.500Z" },
      { ...found, resetAt: now + 3500 }
    ],
    ["as a span with units", { ...limit, "x-ratelimit-reset": "1m30s" }, { ...found, resetAt: now + 90_000 }],
    [
      "as a span of milliseconds",
      { ...limit, "x-ratelimit-reset": "250ms" },
      { ...found, resetAt: now + 250 }
    ],
    [
      "that has passed as now",
      { ...limit, "x-ratelimit-reset": "1994-11-06T08:00:00Z" },
      { ...found, resetAt: now }
    ],
    [
      "in any case of the header",
      { "X-RateLimit-Limit": "50", "X-RateLimit-Reset": "1" },
      { limit: 50, resetAt: now + 1000, coarse: true }
    ],
    [
      "by its other spellings",
      { "x-rate-limit-limit": "5", "x-ratelimit-reset-after": "0.5" },
      { limit: 5, resetAt: now + 500 }
    ]
  ])
  it("as Unix seconds of today", () => {
    const today = 1_785_000_000_000
    assert.deepStrictEqual(read({ "x-ratelimit-reset": "1785000060" }, today), {
      resetAt: today + 60_000,
      coarse: true
    })
  })
})

describe("reads when a retry may follow", () => {
  table([
    ["in seconds", { "retry-after": "30" }, { retryAt: now + 30_000, rounded: true }],
    ["as an HTTP date", { "retry-after": "Sun, 06 Nov 1994 08:50:37 GMT" }, { retryAt: now + 60_000 }],
    ["as an HTTP date that has passed", { "retry-after": "Sun, 06 Nov 1994 08:00:00 GMT" }, { retryAt: now }],
    ["in milliseconds", { "retry-after-ms": "1500", "retry-after": "2" }, { retryAt: now + 1500 }],
    [
      "by the only name that some contracts have",
      { "X-Ratelimit-Retry-After": "9", "retry-after": "1" },
      { retryAt: now + 9000, rounded: true }
    ],
    ["no later than in a day", { "retry-after": "99999999999999999999" }, { retryAt: now + longest }]
  ])
})

describe("reads the draft headers", () => {
  table([
    [
      "in their new syntax",
      { ratelimit: '"default";r=50;t=30', "ratelimit-policy": '"default";q=100;w=60' },
      { limit: 100, remaining: 50, resetAt: now + 30_000, coarse: true, window: 60_000 }
    ],
    [
      "with several policies, of which the tightest counts",
      {
        ratelimit: '"burst";r=90;t=5, "daily";r=3;t=900',
        "ratelimit-policy": '"burst";q=100;w=10, "daily";q=1000;w=86400'
      },
      { limit: 1000, remaining: 3, resetAt: now + 900_000, coarse: true, window: 86_400_000 }
    ],
    [
      "in their old syntax",
      { ratelimit: "limit=100, remaining=50, reset=5", "ratelimit-policy": "100;w=60, 1000;w=3600" },
      { limit: 100, remaining: 50, resetAt: now + 5000, coarse: true, window: 60_000 }
    ],
    [
      "as single headers",
      { "ratelimit-limit": "100, 100;w=60", "ratelimit-remaining": "1", "ratelimit-reset": "7" },
      { limit: 100, remaining: 1, resetAt: now + 7000, coarse: true, window: 60_000 }
    ]
  ])
})

describe("takes for absent", () => {
  table([
    [
      "empty strings",
      { "x-ratelimit-limit": "", "x-ratelimit-remaining": " ", "x-ratelimit-reset": "", "retry-after": "" },
      {}
    ],
    [
      "what is not a number",
      { "x-ratelimit-limit": "many", "x-ratelimit-remaining": "NaN", "retry-after": "later" },
      {}
    ],
    ["negative values", { "x-ratelimit-limit": "-1", "x-ratelimit-reset": "-5", "retry-after": "-2" }, {}],
    [
      "dates that are none",
      { "retry-after": "Xxx, 99 Yyy 0000 99:99:99 GMT", "x-ratelimit-reset": "2026-13-45T99:99:99Z" },
      {}
    ],
    ["numbers too large to be one", { "x-ratelimit-limit": "9".repeat(400) }, {}],
    ["a draft header without its parts", { ratelimit: ";;=,", "ratelimit-policy": "" }, {}],
    ["headers that are not there", { "x-ratelimit-limit": undefined }, {}]
  ])
})
