/** Mutations of one call from value to wire and back: its stages, its credentials, its transport, what is observed of it. */
import type { Mutation } from "./mutation.ts"

export const pipeline: ReadonlyArray<Mutation> = [
  {
    name: "a job that is running holds back all calls of the quota",
    file: "src/pipeline/feedback.ts",
    find: "if (busy(failure, hints)) return",
    replace: "if (busy(failure, { remaining: 0 }) && now < 0) return",
    tests: ["test/faults/b-busy-jobs.test.ts"]
  },
  {
    name: "a wait that no answer named holds back all calls of the quota",
    file: "src/pipeline/feedback.ts",
    find: "isGuess(failure) ? hints.retryAt",
    replace: "isGuess(failure) && now < 0 ? hints.retryAt",
    tests: ["test/faults/b-guessed-waits.test.ts"]
  },
  {
    name: "a time that an answer names in its own way holds back nobody",
    file: "src/contract/failure/verdict.ts",
    find: "waitOf(retry, carried) !== undefined",
    replace: "waitOf(retry, {}) !== undefined",
    tests: ["test/faults/b-guessed-waits.test.ts"]
  },
  {
    name: "IXON: a lock-out of ten minutes is tried against",
    file: "src/vendors/ixon/vendor.ts",
    find: 'backoff: { first: "10 minutes"',
    replace: 'backoff: { first: "1 second"',
    tests: ["test/vendors/ixon/quotas.test.ts"]
  },
  {
    name: "a job that is running holds back nobody",
    file: "src/pipeline/jobs.ts",
    find: 'readEnd(ended)._tag === "Limited" ? begin(queues, key, ended, read) : Effect.succeed(ended)',
    replace: "Effect.succeed(ended)",
    tests: ["test/faults/b-busy-jobs.test.ts"]
  },
  {
    name: "a job of one kind holds back the others",
    file: "src/pipeline/jobs.ts",
    find: 'typeof job === "string" && typeof input',
    replace: 'typeof job === "symbol" && typeof input',
    tests: ["test/faults/b-busy-jobs.test.ts"]
  },
  {
    name: "an exhausted limit is taken for a job that is running",
    file: "src/pipeline/feedback.ts",
    find: "remaining !== 0",
    replace: "remaining !== -1",
    tests: ["test/faults/b-busy-jobs.test.ts"]
  },
  {
    name: "an anonymous call is sent with credentials",
    file: "src/pipeline/stages/auth.ts",
    find: "composing.contract.spec.anonymous === true",
    replace: "composing.contract === undefined",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "a contract with problems is carried out",
    file: "src/pipeline/stages/encode.ts",
    find: "contract.problems.length > 0",
    replace: "false",
    tests: ["test/contract/compile.test.ts"]
  },
  {
    name: "the parts of a call get idempotency keys of their own",
    file: "src/pipeline/stages/encode.ts",
    find: "placed(composing, call, encoded.success.input, encoded.success.sent)",
    replace: "placed(composing, call, call.input, encoded.success.sent)",
    tests: ["test/pipeline/splitting.test.ts"]
  },
  {
    name: "what the caller gave is replaced by what is generated",
    file: "src/pipeline/Generate.ts",
    find: "value === undefined ? make() : value",
    replace: "make()",
    tests: ["test/pipeline/Generate.test.ts"]
  },
  {
    name: "a connection that breaks is called harmless because the caller assumes so",
    file: "src/pipeline/stages/wire.ts",
    find: "unanswered(whereOf(contract, attempt, now), fault)",
    replace:
      "unanswered({ ...whereOf(contract, attempt, now), contract: { ...contract, idempotent: () => attempt.call.idempotent } }, fault)",
    tests: ["test/pipeline/delivery.test.ts"]
  },
  {
    name: "silence is harmless whatever the operation does",
    file: "src/pipeline/report.ts",
    find: "where.contract.idempotent(where.input)",
    replace: "where.input !== where",
    tests: ["test/pipeline/layer.test.ts"]
  },
  {
    name: "the request is shown with its credentials",
    file: "src/pipeline/stages/wire.ts",
    find: "call.outgoing ?? outgoing",
    replace: "outgoing ?? call.outgoing",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "composed calls are kept across layers",
    file: "src/pipeline/composer.ts",
    find: "const known = new WeakMap<AnyOperation, Composed>()",
    replace:
      'const known: WeakMap<AnyOperation, Composed> = Reflect.get(globalThis, "kept") ?? new WeakMap()\n  Reflect.set(globalThis, "kept", known)',
    tests: ["test/contract/compile.test.ts", "test/pipeline/form.test.ts"]
  },
  {
    name: "a token is asked for under its caller's policy",
    file: "src/pipeline/nobodys.ts",
    find: "  Context.add(Policy.Change, (policy) => policy),\n",
    replace: "",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a probe that goes back to its place is paid again",
    file: "src/pipeline/stages/budget.ts",
    find: "requeued === true",
    replace: "requeued === null",
    tests: ["test/pipeline/budgeting.test.ts"]
  },
  {
    name: "what may have been done is sent again as a probe",
    file: "src/pipeline/stages/queue.ts",
    find: "idempotent === true && Number.isFinite(deadline)",
    replace: "idempotent !== undefined && Number.isFinite(deadline)",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "a probe without a deadline goes back for ever",
    file: "src/pipeline/stages/queue.ts",
    find: "Number.isFinite(deadline)",
    replace: "deadline !== null",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "a call that fails fast does not say that the circuit is open",
    file: "src/pipeline/stages/queue.ts",
    find: "down && readyIn !== undefined",
    replace: "down && readyIn === null",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "a call that was a probe ends as if it had never been sent",
    file: "src/pipeline/stages/retry/history.ts",
    find: "probe === undefined || sent ||",
    replace: "probe !== null || sent ||",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "every layer has a circuit before its queue",
    file: "src/pipeline/guards.ts",
    find: "Option.isNone(store) ? Effect.succeed(undefined) : makeRunner()",
    replace: "Option.isNone(store) ? makeRunner() : makeRunner()",
    tests: ["test/pipeline/outages.test.ts"]
  },
  {
    name: "Retry-After on an answer to this very call holds back all",
    file: "src/pipeline/feedback.ts",
    find: "isForAll(failure.status) ? hints",
    replace: "failure ? hints",
    tests: ["test/pipeline/queueing.test.ts"]
  },
  {
    name: "a moment of the vendor's is read on our clock",
    file: "src/contract/skew.ts",
    find: "Math.abs(ahead) > tolerance ? ahead : 0",
    replace: "ahead > Infinity ? tolerance : 0",
    tests: ["test/pipeline/clocks.test.ts"]
  },
  {
    name: "retries know the deadline by the wall clock",
    file: "src/pipeline/stages/retry.ts",
    find: "until - monotonic(clock)",
    replace: "until - clock.currentTimeMillisUnsafe()",
    tests: ["test/pipeline/clocks.test.ts"]
  },
  {
    name: "an attempt's time is measured on the wall clock",
    file: "src/pipeline/stages/timeout.ts",
    find: "until - monotonic(fiber.getRef(Clock.Clock))",
    replace: "until - fiber.getRef(Clock.Clock).currentTimeMillisUnsafe()",
    tests: ["test/pipeline/clocks.test.ts"]
  },
  {
    name: "a stale credential is not forgotten",
    file: "src/pipeline/stages/retry.ts",
    find: "(credential?.stale ?? Effect.void)",
    replace: "Effect.void",
    tests: ["test/pipeline/layer.test.ts"]
  },
  {
    name: "a request for a token that failed is kept",
    file: "src/pipeline/auth/tokenCache.ts",
    find: "else this.forget(mine, now)",
    replace: "else void mine",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a caller that gives up takes the token from the others",
    file: "src/pipeline/auth/tokenCache.ts",
    find: "Effect.forkIn(this.request(mine), this.scope,",
    replace: "Effect.forkChild(this.request(mine),",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a token is used to its very end",
    file: "src/pipeline/auth/tokenCache.ts",
    find: "now + life - Math.min(this.renewBefore, life / 2)",
    replace: "now + life",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a hedge deposits in the budget",
    file: "src/pipeline/stages/budget.ts",
    find: `kind === "first" || kind === "part"`,
    replace: `kind === "first" || kind === "part" || kind === "hedge"`,
    tests: ["test/pipeline/counting.test.ts"]
  },
  {
    name: "new credentials and refusals for now are paid like retries",
    file: "src/pipeline/stages/budget.ts",
    find: `kind !== "retry" || after === undefined || !isFault(after)`,
    replace: `kind === "hedge" || after === undefined`,
    tests: ["test/pipeline/budgeting.test.ts"]
  },
  {
    name: "the budget is asked before the wait",
    file: "src/pipeline/stages/retry.ts",
    find: "return stale.pipe(",
    replace: "return Effect.andThen(loop.composing.layer.guards.budget.withdraw, stale).pipe(",
    tests: ["test/pipeline/budgeting.test.ts"]
  },
  {
    name: "a probe that failed spends a retry",
    file: "src/pipeline/stages/retry.ts",
    find: "ended.requeue === true",
    replace: "ended.requeue === null",
    tests: ["test/pipeline/budgeting.test.ts"]
  },
  {
    name: "a later refusal makes undone what may have been done",
    file: "src/pipeline/stages/retry/history.ts",
    find: `uncertain && failure.delivery !== "Applied"`,
    replace: "false",
    tests: ["test/pipeline/guards.test.ts"]
  },
  {
    name: "a part is counted as a first attempt",
    file: "src/pipeline/stages/retry.ts",
    find: `call.part ? "part" : "first"`,
    replace: `"first"`,
    tests: ["test/pipeline/splitting.test.ts"]
  },
  {
    name: "what may have been done is sent again in parts",
    file: "src/pipeline/stages/split.ts",
    find: `(delivery !== "Unknown" || call.idempotent)`,
    replace: "true",
    tests: ["test/pipeline/splitting.test.ts"]
  },
  {
    name: "a refusal for now counts against the vendor",
    file: "src/pipeline/stages/breaker.ts",
    find: `failure._tag === "OutOfTime") return "ignored"`,
    replace: `failure._tag === "OutOfTime") return "failure"`,
    tests: ["test/pipeline/breaking.test.ts"]
  },
  {
    name: "a refusal for now is taken for a sign of health",
    file: "src/pipeline/stages/breaker.ts",
    find: `failure._tag === "OutOfTime") return "ignored"`,
    replace: `failure._tag === "OutOfTime") return "success"`,
    tests: ["test/pipeline/breaking.test.ts"]
  },
  {
    name: "a server that breaks down over too much is taken for healthy",
    file: "src/pipeline/stages/breaker.ts",
    find: "(failure.status ?? 0) >= 500",
    replace: "(failure.status ?? 0) >= 5000",
    tests: ["test/pipeline/breaking.test.ts"]
  },
  {
    name: "an attempt may take longer than its call has left",
    file: "src/pipeline/stages/timeout.ts",
    find: "Duration.min(attempt.call.policy.attemptTimeout, Duration.millis(left))",
    replace: "attempt.call.policy.attemptTimeout",
    tests: ["test/pipeline/guards.test.ts"]
  },
  {
    name: "an answer that comes late is not heard",
    file: "src/pipeline/LateAnswers.ts",
    find: "givenUp && ended.answer !== undefined",
    replace: "false",
    tests: ["test/pipeline/guards.test.ts"]
  },
  {
    name: "a reserved place is used by another operation",
    file: "src/pipeline/Reserve.ts",
    find: "held?.operation === operation.tag ? held.permits",
    replace: "held !== undefined && operation ? held.permits",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "calls with bad input are not counted",
    file: "src/pipeline/order.ts",
    find: "call: [observe, encode, deadline, split]",
    replace: "call: [encode, observe, deadline, split]",
    tests: ["test/pipeline/counting.test.ts"]
  },
  {
    name: "attempts that are interrupted are not counted",
    file: "src/pipeline/observing/attempt.ts",
    find: `_tag: "AttemptEnded"`,
    replace: `_tag: Exit.isFailure(exit) ? "BatchSent" : "AttemptEnded"`,
    tests: ["test/pipeline/counting.test.ts"]
  },
  {
    name: "a request that was never written counts as perhaps done",
    file: "src/pipeline/transport/faults.ts",
    find: `link["unwritten"] === true`,
    replace: `link["unwritten"] === 0`,
    tests: ["test/pipeline/Transport.test.ts"]
  },
  {
    name: "a connection that was refused counts as perhaps made",
    file: "src/pipeline/transport/faults.ts",
    find: `if (syscall === "connect") return`,
    replace: `if (syscall === "connected") return`,
    tests: ["test/pipeline/Transport.test.ts"]
  },
  {
    name: "options that cannot be meant are taken",
    file: "src/pipeline/options.ts",
    find: "...guardProblems(options),",
    replace: "",
    tests: ["test/pipeline/guards.test.ts"]
  },
  {
    name: "a setting that the vendor does not have is taken",
    file: "src/pipeline/connectionProblems.ts",
    find: "vendor.settings.includes(setting)",
    replace: "setting.length >= 0",
    tests: ["test/pipeline/form.test.ts"]
  },
  {
    name: "the journal keeps an answer of any length",
    file: "src/pipeline/stages/journal.ts",
    find: "longest)",
    replace: "1e9)",
    tests: ["test/faults/b-bounds.test.ts"]
  },
  {
    name: "the journal keeps answers of any status",
    file: "src/pipeline/alerts/escalation.ts",
    find: ": inStatus(rule.status, status)",
    replace: ": true",
    tests: ["test/pipeline/journaling.test.ts"]
  },
  {
    name: "a token is asked for with a token, where a caller asks for one",
    file: "src/pipeline/Auth.ts",
    find: "boolean => tag === operation.tag",
    replace: "boolean => tag === operation.tag && tag === null",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a token that comes back in an answer is shown",
    file: "src/pipeline/auth/seenTokens.ts",
    find: "[...this.always, ...this.until.keys()]",
    replace: "[...this.always]",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "a password that comes back in an answer is shown",
    file: "src/pipeline/auth/seenTokens.ts",
    find: "[...this.always, ...this.until.keys()]",
    replace: "[...this.until.keys()]",
    tests: ["test/pipeline/secrets.test.ts"]
  },
  {
    name: "the new token is thrown away by those who still had the old one",
    file: "src/pipeline/auth/tokenCache.ts",
    find: "if (this.held === refused)",
    replace: "if (refused)",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a token that never came is waited for again",
    file: "src/pipeline/stages/auth.ts",
    find: `reason: "credentials", call }), { final: true }`,
    replace: `reason: "credentials", call }), {}`,
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a key that was refused is sent again",
    file: "src/pipeline/stages/retry.ts",
    find: "ended.credential !== undefined",
    replace: "ended !== undefined",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "an attempt that was given up is waited for without end",
    file: "src/pipeline/LateAnswers.ts",
    find: "Effect.andThen(Effect.sleep(within), Effect.sleep(lastLook))",
    replace: `Effect.sleep("1000 days")`,
    tests: ["test/pipeline/late.test.ts"]
  },
  {
    name: "an attempt is sent after the deadline",
    file: "src/pipeline/stages/timeout.ts",
    find: "if (left <= 0) return",
    replace: "if (left <= -1e9) return",
    tests: ["test/pipeline/late.test.ts"]
  },
  {
    name: "a vendor with many classes makes the queues of all of them for every layer",
    file: "src/pipeline/queues.ts",
    find: "if (names.length <= few) names",
    replace: "names",
    tests: ["test/pipeline/queuesOnUse.test.ts"]
  },
  {
    name: "a class that is called for the first time gets no series of metrics",
    file: "src/pipeline/queues.ts",
    find: "      notify()\n",
    replace: "",
    tests: ["test/pipeline/queuesOnUse.test.ts"]
  },
  {
    name: "a call that waits in a narrower queue holds a place in the wider one",
    file: "src/pipeline/queues.ts",
    find: "[first, ...(wider.length === 0 ? [] : chain(wider)),",
    replace: "[...(wider.length === 0 ? [] : chain(wider)), first,",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "a hedge learns from failures that come quickly",
    file: "src/pipeline/guards.ts",
    find: "counts: succeeded, ",
    replace: "",
    tests: ["test/pipeline/hedging.test.ts"]
  },
  {
    name: "a hedge does not ask the layer's budget",
    file: "src/pipeline/guards.ts",
    find: "{ withdraw, counts",
    replace: "{ counts",
    tests: ["test/pipeline/hedging.test.ts"]
  },
  {
    name: "what a success does not mean is not told",
    file: "src/pipeline/carrier.ts",
    find: "contract.spec.notes ?? []",
    replace: "[]",
    tests: ["test/pipeline/response.test.ts"]
  },
  {
    name: "what the vendor warns of is not told",
    file: "src/pipeline/carrier.ts",
    find: "Array.isArray(found) ? found : []",
    replace: "Array.isArray(found) ? [] : []",
    tests: ["test/pipeline/response.test.ts"]
  },
  {
    name: "a limit that counts for each key does not know the key of an input",
    file: "src/pipeline/ticket.ts",
    find: "spec.quotaKey?.(input) ??",
    replace: "",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "a limit that counts for each key does not know the caller's key",
    file: "src/pipeline/ticket.ts",
    find: "?? fiber.getRef(Limit.Key)",
    replace: "",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "the queue does not know the deadlines of its calls",
    file: "src/pipeline/ticket.ts",
    find: "deadline === undefined ? {} :",
    replace: "deadline !== null ? {} :",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "a call that is sent again queues behind all others",
    file: "src/pipeline/stages/queue.ts",
    find: "ticketOf(fiber, contract, input, began,",
    replace: "ticketOf(fiber, contract, input, Infinity + began,",
    tests: ["test/pipeline/turns.test.ts"]
  },
  {
    name: "one circuit serves all classes of endpoints",
    file: "src/pipeline/stages/breaker.ts",
    find: "key: `${prefix}${name}`",
    replace: "key: prefix",
    tests: ["test/pipeline/breaking.test.ts"]
  },
  {
    name: "an interruption is called a defect",
    file: "src/pipeline/observing/ends.ts",
    find: `hasInterruptsOnly(exit.cause) ? "interrupted"`,
    replace: `hasInterruptsOnly(exit.cause) ? "defect"`,
    tests: ["test/pipeline/observing.test.ts"]
  },
  {
    name: "a call that is given up does not say how far it had got",
    file: "src/pipeline/observing/ends.ts",
    find: "  fate.delivery = worse(fate.delivery, end.delivery)\n",
    replace: "",
    tests: ["test/pipeline/interrupted.test.ts"]
  },
  {
    name: "batches are not measured",
    file: "src/pipeline/telemetry/metrics.ts",
    find: "updateUnsafe(fact.items, context)",
    replace: "updateUnsafe(1, context)",
    tests: ["test/many/observed.test.ts"]
  },
  {
    name: "the series of a metric have no limit",
    file: "src/pipeline/telemetry/series.ts",
    find: "known.size >= most",
    replace: "known.size < 0",
    tests: ["test/pipeline/series.test.ts"]
  },
  {
    name: "a failed call is observed without its sentence",
    file: "src/pipeline/observing/call.ts",
    find: "message: spoken(failure),",
    replace: "",
    tests: ["test/pipeline/observing.test.ts"]
  },
  {
    name: "an unknown delivery begins at 0 for what reads as well",
    file: "src/pipeline/stages/observe.ts",
    find: "uncertain: !reads && ",
    replace: "uncertain: ",
    tests: ["test/pipeline/series.test.ts"]
  },
  {
    name: "hedges are not measured",
    file: "src/pipeline/telemetry/metrics.ts",
    find: "attempts({ vendor, operation, kind }).updateUnsafe(1, context)",
    replace: 'attempts({ vendor, operation, kind }).updateUnsafe(kind === "hedge" ? 0 : 1, context)',
    tests: ["test/telemetry/chaos.test.ts"]
  },
  {
    name: "the parts of a call that was split are not measured",
    file: "src/pipeline/telemetry/metrics.ts",
    find: "attempts({ vendor, operation, kind }).updateUnsafe(1, context)",
    replace: 'attempts({ vendor, operation, kind }).updateUnsafe(kind === "part" ? 0 : 1, context)',
    tests: ["test/telemetry/chaos.test.ts"]
  },
  {
    name: "attempts are counted without their kind",
    file: "src/pipeline/telemetry/metrics.ts",
    find: "attempts({ vendor, operation, kind })",
    replace: "attempts({ vendor, operation })",
    tests: ["test/pipeline/observing.test.ts"]
  },
  {
    name: "an empty setting is taken",
    file: "src/pipeline/credentialProblems.ts",
    find: `text.trim() === ""`,
    replace: "value === null",
    tests: ["test/pipeline/options.test.ts"]
  },
  {
    name: "credentials in a base URL are taken",
    file: "src/pipeline/connectionProblems.ts",
    find: `username !== "" || password !== ""`,
    replace: "username === null",
    tests: ["test/pipeline/options.test.ts"]
  },
  {
    name: "credentials are sent over plain http to another machine",
    file: "src/pipeline/connectionProblems.ts",
    find: "loopback.test(hostname)",
    replace: "hostname !== null",
    tests: ["test/pipeline/options.test.ts"]
  }
]
