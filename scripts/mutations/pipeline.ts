/** Mutations of one call from value to wire and back: its stages, its credentials, its transport, what is observed of it. */
import type { Mutation } from "./mutation.ts"

export const pipeline: ReadonlyArray<Mutation> = [
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
    find: "placed(composing, call, input, encoded.success)",
    replace: "placed(composing, call, call.input, encoded.success)",
    tests: ["test/pipeline/splitting.test.ts"]
  },
  {
    name: "what the caller gave is replaced by what is generated",
    file: "src/pipeline/Generate.ts",
    find: "value === undefined ? make : Effect.succeed(value)",
    replace: "make",
    tests: ["test/pipeline/Generate.test.ts"]
  },
  {
    name: "a connection that breaks is called harmless because the caller assumes so",
    file: "src/pipeline/stages/wire.ts",
    find: "unanswered(where, fault, attempt.call.input)",
    replace:
      "unanswered({ ...where, contract: { ...contract, idempotent: () => attempt.call.idempotent } }, fault, 0)",
    tests: ["test/pipeline/delivery.test.ts"]
  },
  {
    name: "silence is harmless whatever the operation does",
    file: "src/pipeline/report.ts",
    find: "where.contract.idempotent(input) ?",
    replace: "input !== where ?",
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
    file: "src/pipeline/carrier.ts",
    find: "const known = new WeakMap<AnyOperation, Composed>()",
    replace:
      'const known: WeakMap<AnyOperation, Composed> = Reflect.get(globalThis, "kept") ?? new WeakMap()\n  Reflect.set(globalThis, "kept", known)',
    tests: ["test/contract/compile.test.ts", "test/pipeline/form.test.ts"]
  },
  {
    name: "a token is asked for under its caller's policy",
    file: "src/pipeline/carrier.ts",
    find: "Effect.provideService(Policy.Change, (policy) => policy)",
    replace: "(fetched) => fetched",
    tests: ["test/pipeline/credentials.test.ts"]
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
    file: "src/pipeline/Auth.ts",
    find: "else this.forget(mine)",
    replace: "else void mine",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a caller that gives up takes the token from the others",
    file: "src/pipeline/Auth.ts",
    find: "Effect.forkIn(this.request(mine), this.scope,",
    replace: "Effect.forkChild(this.request(mine),",
    tests: ["test/pipeline/credentials.test.ts"]
  },
  {
    name: "a token is used to its very end",
    file: "src/pipeline/Auth.ts",
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
    tests: ["test/pipeline/queueing.test.ts"]
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
    file: "src/pipeline/observing.ts",
    find: `_tag: "AttemptEnded"`,
    replace: `_tag: Exit.isFailure(exit) ? "Waited" : "AttemptEnded"`,
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
    file: "src/pipeline/options.ts",
    find: "vendor.settings.includes(setting)",
    replace: "setting.length >= 0",
    tests: ["test/pipeline/form.test.ts"]
  }
]
