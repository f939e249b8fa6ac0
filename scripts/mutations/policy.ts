/** Mutations of what works on any effect: retries, budgets, breakers, hedges, deadlines, queues. */
import type { Mutation } from "./mutation.ts"

export const policy: ReadonlyArray<Mutation> = [
  {
    name: "what may have been carried out is retried though it is not idempotent",
    file: "src/policy/retry/decider.ts",
    find: `delivery === "Unknown" && !idempotent`,
    replace: "false",
    tests: ["test/policy/Retry.test.ts", "test/pipeline/layer.test.ts"]
  },
  {
    name: "a retry begins before the time that the vendor named",
    file: "src/policy/retry/decider.ts",
    find: "(failure.notBefore?.epochMilliseconds ?? now) - now",
    replace: "0",
    tests: ["test/policy/Retry.test.ts", "test/pipeline/queueing.test.ts"]
  },
  {
    name: "new credentials are tried more than once",
    file: "src/policy/retry/decider.ts",
    find: `(kind === "reauthenticate" && renewed)`,
    replace: "false",
    tests: ["test/policy/Retry.test.ts"]
  },
  {
    name: "an attempt begins at the deadline",
    file: "src/policy/retry/decider.ts",
    find: "wait.millis < left",
    replace: "wait.millis <= left",
    tests: ["test/policy/Retry.test.ts"]
  },
  {
    name: "of the policy's wait and the vendor's time the shorter counts",
    file: "src/policy/retry/decider.ts",
    find: "{ millis: Math.max(millis, floor),",
    replace: "{ millis: Math.min(millis, floor),",
    tests: ["test/policy/Retry.test.ts"]
  },
  {
    name: "a plan does not know that calls fail fast",
    file: "src/policy/plan.ts",
    find: "Duration.min(failFast, deadline)",
    replace: "deadline",
    tests: ["test/policy/Policy.test.ts"]
  },
  {
    name: "a nested call outlives the call around it",
    file: "src/policy/Deadline.ts",
    find: "Math.min(outer, own)",
    replace: "own",
    tests: ["test/policy/Deadline.test.ts"]
  },
  {
    name: "a spent budget pays for one more retry",
    file: "src/policy/Budget.ts",
    find: "balance() >= 1 - rounding",
    replace: "balance() >= 0",
    tests: ["test/policy/Budget.test.ts"]
  },
  {
    name: "a short outage opens the circuit",
    file: "src/policy/breaker/patience.ts",
    find: "now - since >= patience",
    replace: "true",
    tests: ["test/policy/Breaker.test.ts"]
  },
  {
    name: "an open circuit lets several calls probe at once",
    file: "src/policy/breaker/circuit.ts",
    find: "if (this.probing) return undefined",
    replace: "",
    tests: ["test/policy/Breaker.test.ts", "test/policy/breaker/memory.test.ts"]
  },
  {
    name: "an end of a call counts for a circuit that has changed since",
    file: "src/policy/breaker/circuit.ts",
    find: "if (generation !== this.generation) return undefined",
    replace: "",
    tests: ["test/policy/breaker/memory.test.ts"]
  },
  {
    name: "a hedge is sent that the budget does not pay for",
    file: "src/policy/Hedge.ts",
    find: "(paid ? second : Effect.never)",
    replace: "(paid || second ? second : Effect.never)",
    tests: ["test/policy/Hedge.test.ts"]
  },
  {
    name: "a hedge learns from attempts that failed",
    file: "src/policy/Hedge.ts",
    find: "counts === undefined || counts(value)",
    replace: "counts !== null",
    tests: ["test/policy/Hedge.test.ts"]
  },
  {
    name: "the inner override of a policy is applied first",
    file: "src/policy/Policy.ts",
    find: "const now = before(policy)",
    replace: "const now = policy",
    tests: ["test/policy/Policy.test.ts"]
  },
  {
    name: "a quota lets one call more go at once than its burst",
    file: "src/policy/limit/gcra.ts",
    find: "(this.burst - 1) * this.interval",
    replace: "this.burst * this.interval",
    tests: ["test/policy/limit/gcra.test.ts"]
  },
  {
    name: "a quota is not released evenly",
    file: "src/policy/limit/gcra.ts",
    find: "this.next = Math.max(this.next, now) + this.interval",
    replace: "this.next = now",
    tests: ["test/policy/limit/gcra.test.ts"]
  },
  {
    name: "a key with many calls goes before the others",
    file: "src/policy/limit/fairQueue.ts",
    find: "lane.turn = this.round + 1",
    replace: "lane.turn = this.round",
    tests: ["test/policy/limit/fairQueue.test.ts", "test/policy/Limit.test.ts"]
  },
  {
    name: "a round never ends while new keys come, and the keys that left are all kept",
    file: "src/policy/limit/fairQueue.ts",
    find: "if (this.absent.size > this.lanes.size + spare) this.begin(this.round + 1)",
    replace: "",
    tests: ["test/policy/limit/fairQueue.test.ts"]
  },
  {
    name: "a key that is held back is not found when it is ready",
    file: "src/policy/limit/fairQueue.ts",
    find: "for (let lane = this.held.top; lane !== undefined && lane.readyAt <= now; lane = this.held.top)",
    replace:
      "for (let lane = this.held.top; lane !== undefined && lane.readyAt < now - 1e9; lane = this.held.top)",
    tests: ["test/policy/limit/fairQueue.test.ts"]
  },
  {
    name: "a turn that is given back does not make its key ready again",
    file: "src/policy/limit/queue.ts",
    find: "this.waiters.hasten(waiter.key)",
    replace: "",
    tests: ["test/policy/limit/reserve.test.ts"]
  },
  {
    name: "a stall of this process is taken for a store that is lost",
    file: "src/policy/redis/connection.ts",
    find: "now() > due + outage.late ? wait : Effect.void",
    replace: "Effect.void",
    tests: ["test/policy/limit/shared.test.ts"]
  },
  {
    name: "without the store each process has the whole quota",
    file: "src/policy/redis/shares.ts",
    find: 'if (use.answers === "refusal") use.part = Math.max(1, use.granted)',
    replace: "",
    tests: ["test/policy/limit/shared.test.ts"]
  },
  {
    name: "a Redis that never answers is waited for without end",
    file: "src/policy/redis/connection.ts",
    find: "socketTimeout: silence.longest",
    replace: "socketTimeout: 0",
    tests: ["test/policy/limit/redis.test.ts"]
  },
  {
    name: "a key that leaves and comes back has a second turn in one round",
    file: "src/policy/limit/fairQueue.ts",
    find: "this.absent.add(waiter.key)",
    replace: "this.absent.delete(waiter.key)",
    tests: ["test/policy/limit/fairQueue.test.ts"]
  },
  {
    name: "a call that gives up while it waits stays in the queue",
    file: "src/policy/limit/driver.ts",
    find: "this.act((now) => this.queue.leave(waiter, now))",
    replace: "void waiter",
    tests: ["test/policy/Limit.test.ts"]
  },
  {
    name: "a call that is interrupted while it runs keeps its place",
    file: "src/policy/limit/driver.ts",
    find: "down = this.queue.done(waiter, report, now)",
    replace:
      "if (!(Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause))) down = this.queue.done(waiter, report, now)",
    tests: ["test/policy/Limit.test.ts"]
  },
  {
    name: "a reserved place that is not used is never given back",
    file: "src/policy/limit/turn.ts",
    find: "Effect.addFinalizer(() => permit.giveBack)",
    replace: "Effect.addFinalizer(() => Effect.void)",
    tests: ["test/policy/limit/reserve.test.ts"]
  },
  {
    name: "a quota that counts for each key is shared by all keys",
    file: "src/policy/limit/turn.ts",
    find: `quota.each === "key" ?`,
    replace: "false ?",
    tests: ["test/policy/limit/shared.test.ts"]
  },
  {
    name: "what one process has learned is not told to the others",
    file: "src/policy/limit/turn.ts",
    find: "learned(shared.quota, shared.mine)",
    replace: "learned(shared.quota, undefined)",
    tests: ["test/policy/limit/redisRates.test.ts"]
  },
  {
    name: "processes that share a quota send as much as was learned each, and not together",
    file: "src/policy/limit/turn.ts",
    find: "shared?.counted(quota) ?? quota",
    replace: "quota",
    tests: ["test/policy/limit/redisRates.test.ts"]
  },
  {
    name: "what a process took over from others is published again, and never forgotten",
    file: "src/policy/limit/sharedRate.ts",
    find: "return this.own > 0 ||",
    replace: "return cuts > 0 ||",
    tests: ["test/policy/limit/sharedRate.test.ts"]
  },
  {
    name: "a refusal that another process took into account halves the rate again",
    file: "src/policy/limit/learnedRate.ts",
    find: "this.adoptedAt >= since",
    replace: "this.adoptedAt > now",
    tests: ["test/policy/limit/sharedRate.test.ts"]
  },
  {
    name: "refusals of calls that left before a rate was heard cut it again",
    file: "src/policy/limit/learnedRate.ts",
    find: "this.adoptedAt = now\n    this.restart(now)",
    replace: "this.adoptedAt = now\n    this.restart(this.cutAt)",
    tests: ["test/policy/limit/sharedRate.test.ts"]
  },
  {
    name: "an older rate replaces a newer one in Redis",
    file: "src/policy/redis/rates.ts",
    find: "cuts > known or",
    replace: "cuts ~= known or",
    tests: ["test/policy/limit/redisRates.test.ts"]
  },
  {
    name: "a shorter hold replaces a longer one",
    file: "src/policy/limit/pacer.ts",
    find: "this.heldUntil = Math.max(this.heldUntil, named)",
    replace: "this.heldUntil = named",
    tests: ["test/policy/Limit.test.ts"]
  },
  {
    name: "pauses after refusals grow without end",
    file: "src/policy/limit/trials.ts",
    find: "Math.min(trialPauses.longest, ",
    replace: "Math.min(Infinity, ",
    tests: ["test/policy/limit/learnedRate.test.ts"]
  },
  {
    name: "pauses after refusals that do not say when do not grow",
    file: "src/policy/limit/trials.ts",
    find: "grown(closedFor, trialPauses.late)",
    replace: "trialPauses.late",
    tests: ["test/policy/Limit.test.ts"]
  },
  {
    name: "the wait that a vendor documents after a refusal is not kept",
    file: "src/policy/limit/pacer.ts",
    find: "hints.retryAt ?? resetAt ?? this.backedOff(at, now)",
    replace: "hints.retryAt ?? resetAt",
    tests: ["test/policy/limit/pacer.test.ts"]
  },
  {
    name: "the wait that a vendor documents does not grow",
    file: "src/policy/limit/pacer.ts",
    find: "this.backoff.factor ** this.refusals++",
    replace: "1",
    tests: ["test/policy/limit/pacer.test.ts"]
  },
  {
    name: "whatever a refusal names is believed",
    file: "src/policy/limit/pacer.ts",
    find: "until - now <= this.longestHold ? until",
    replace: "until < Infinity ? until",
    tests: ["test/policy/limit/pacer.test.ts"]
  },
  {
    name: "the rate is cut as deep whatever the share that was refused",
    file: "src/policy/limit/learning.ts",
    find: "1 - refusals / answers",
    replace: "0",
    tests: ["test/policy/limit/learnedRate.test.ts"]
  },
  {
    name: "a rate that was cut does not grow back by halves",
    file: "src/policy/limit/growth.ts",
    find: "this.begin((before + left) / 2, now)",
    replace: "this.begin(left, now)",
    tests: ["test/policy/limit/learnedRate.test.ts"]
  },
  {
    name: "a rate grows although it holds nobody back",
    file: "src/policy/limit/learnedRate.ts",
    find: "const isBound = at <= this.boundAt && this.rate !== Infinity",
    replace: "const isBound = this.rate !== Infinity",
    tests: ["test/policy/limit/learnedRate.test.ts"]
  },
  {
    name: "what goes at once is released evenly, too",
    file: "src/policy/limit/gcra.ts",
    find: "new Gcra(limit - atOnce,",
    replace: "new Gcra(limit,",
    tests: ["test/policy/limit/atOnce.test.ts"]
  },
  {
    name: "headers that state what is declared slow down what goes at once",
    file: "src/policy/limit/pacer.ts",
    find: " && limit / window < this.windowed",
    replace: "",
    tests: ["test/policy/limit/atOnce.test.ts"]
  },
  {
    name: "a burst and an even release together exceed the quota",
    file: "src/vendors/braze/quotas.ts",
    find: "burst: 14,",
    replace: "burst: 25,",
    tests: ["test/policy/limit/vendorQuotas.test.ts"]
  },
  {
    name: "a declared window is taken to last as long as it does, however the network varies",
    file: "src/policy/limit/jitter.ts",
    find: "this.deviation * deviations",
    replace: "0",
    tests: ["test/policy/limit/jitter.test.ts", "test/policy/limit/gcra.test.ts"]
  },
  {
    name: "a call that cannot meet its deadline waits all the same",
    file: "src/policy/limit/queue.ts",
    find: "if (this.lateness.isLate(waiter, at)) return this.refuse(waiter, at)",
    replace: "",
    tests: ["test/policy/Limit.test.ts"]
  },
  {
    name: "more calls are in flight than the server can handle",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "this.places.taken >= Math.floor(this.limit)",
    replace: "this.places.taken > Math.floor(this.limit)",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts", "test/policy/Limit.test.ts"]
  },
  {
    name: "a server that no longer answers is probed without growing pauses",
    file: "src/policy/limit/outage.ts",
    find: "Math.min(Math.max(longestPause, grown), this.pause * 2)",
    replace: "this.pause",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "the pauses between probes do not grow with the outage",
    file: "src/policy/limit/outage.ts",
    find: "Math.max(longestPause, grown)",
    replace: "longestPause",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "queues of one server probe it without knowing of each other",
    file: "src/policy/limit/outage.ts",
    find: "this.gate?.passed(now)",
    replace: "",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "calls that are never answered hold up all others until their time has run out",
    file: "src/policy/limit/places.ts",
    find: "most === 0 ? Infinity :",
    replace: "most >= 0 ? Infinity :",
    tests: ["test/policy/limit/silence.test.ts"]
  },
  {
    name: "calls that are lost hold places after the outage",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "if (this.isFull()) this.places.abandon()",
    replace: "",
    tests: ["test/policy/limit/silence.test.ts"]
  },
  {
    name: "a probe that was sent for others pays for itself when they have gone before it ends",
    file: "src/policy/limit/queue.ts",
    find: "inFlight.forOthers || ",
    replace: "",
    tests: ["test/policy/limit/silence.test.ts"]
  },
  {
    name: "what is usual is forgotten in an outage",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "this.latencies.shift(now - this.outage.since)",
    replace: "",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "each of several cuts lowers what the limit returns to",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "this.limit > this.goal ||",
    replace: "this.limit >= this.goal ||",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "after trouble the limit grows while answers wait at the server",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "this.isTroubled(now) && latency.recent > waits",
    replace: "latency.recent < 0",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "after trouble nothing of a call's time is kept in reserve",
    file: "src/policy/limit/adaptiveConcurrency.ts",
    find: "this.isTroubled(now) ? allotted * trouble.reserve : 0",
    replace: "allotted * 0 * now",
    tests: ["test/policy/limit/adaptiveConcurrency.test.ts"]
  },
  {
    name: "one call is the probe again and again while others wait",
    file: "src/policy/limit/probeRank.ts",
    find: "if (idempotent) return probes",
    replace: "if (idempotent) return 0",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a call that may not be carried out twice is the first probe",
    file: "src/policy/limit/probeRank.ts",
    find: "return nth % otherwise === otherwise - 1 ? -1 : last",
    replace: "return nth < 0 ? last : -1",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a call that may not be carried out twice is a probe twice while others wait",
    file: "src/policy/limit/probeRank.ts",
    find: "if (probes > 0) return last + probes",
    replace: "",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a call that nobody else waits with is sent on past its policy",
    file: "src/policy/limit/queue.ts",
    find: "isDown && isForOthers &&",
    replace: "isDown && isForOthers !== null &&",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "a probe that failed finds the queue full",
    file: "src/policy/limit/queue.ts",
    find: "this.waiters.size >= this.capacity && waiter.probes === 0",
    replace: "this.waiters.size >= this.capacity",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a call that fails fast waits while the server is down",
    file: "src/policy/limit/queue.ts",
    find: "if (this.lateness.failsFast(waiter, now)) this.refuse(waiter, this.estimate(waiter, now))",
    replace: "",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a call in line waits on when the server has been down for too long",
    file: "src/policy/limit/lateness.ts",
    find: "tooLong > now ? tooLong : Infinity",
    replace: "Infinity",
    tests: ["test/policy/limit/probes.test.ts"]
  },
  {
    name: "a pause that a failing server asks for holds nobody back",
    file: "src/policy/limit/readiness.ts",
    find: "if (hints.retryAt !== undefined) {",
    replace: "if (hints.retryAt === null) {",
    tests: ["test/policy/limit/probes.test.ts", "test/pipeline/queueing.test.ts"]
  },
  {
    name: "a deadline moves when the wall clock is set",
    file: "src/policy/Deadline.ts",
    find: "deadline - monotonic(clock)",
    replace: "deadline - clock.currentTimeMillisUnsafe()",
    tests: ["test/pipeline/clocks.test.ts"]
  },
  {
    name: "an implausibly late time of a server is believed",
    file: "src/policy/limit/Hints.ts",
    find: "Math.min(Math.max(at - there + now, now), now + cap)",
    replace: "Math.max(at - there + now, now)",
    tests: ["test/policy/limit/Hints.test.ts"]
  }
]
