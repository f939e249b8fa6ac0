/** Mutations of spans, waits and trace headers. */
import type { Mutation } from "./mutation.ts"

const spans = ["test/pipeline/spans.test.ts"]
const waits = ["test/pipeline/waiting.test.ts"]

export const tracing: ReadonlyArray<Mutation> = [
  {
    name: "a wait in the queue is not observed",
    file: "src/policy/limit/driver.ts",
    find: "waiter.since ??= this.now()",
    replace: "waiter.since ??= undefined",
    tests: waits
  },
  {
    name: "a call whose turn came at once says that it waited",
    file: "src/pipeline/observing/waits.ts",
    find: "millis < shortest",
    replace: "millis < 0",
    tests: waits
  },
  {
    name: "a wait that is interrupted is not observed",
    file: "src/pipeline/observing/waits.ts",
    find: "Effect.onExit(wait, () =>",
    replace: "Effect.tap(wait, () =>",
    tests: waits
  },
  {
    name: "a token that was refused counts as one whose time was up",
    file: "src/pipeline/auth/tokenCache.ts",
    find: `this.reason = "refused"`,
    replace: `this.reason = "due"`,
    tests: waits
  },
  {
    name: "a circuit does not say with which call it changed",
    file: "src/policy/breaker/execute.ts",
    find: "Effect.andThen(changed(transition), ofCall(transition))",
    replace: "changed(transition)",
    tests: waits
  },
  {
    name: "a query is on spans with its values",
    file: "src/pipeline/observing/tracedUrl.ts",
    find: "harmless.test(name) && !hiding.hides(name)",
    replace: "!hiding.hides(name)",
    tests: spans
  },
  {
    name: "what is personal in a path is on spans",
    file: "src/pipeline/observing/tracedUrl.ts",
    find: "hideInPath(hiding, contract.spec.path, address)",
    replace: "(hideInPath, address)",
    tests: spans
  },
  {
    name: "a hedge is not told from the request beside it",
    file: "src/pipeline/telemetry/tracing.ts",
    find: `kind === "hedge"`,
    replace: `kind === "part"`,
    tests: spans
  },
  {
    name: "events of a call are lost inside a span of the application's",
    file: "src/pipeline/telemetry/renewal.ts",
    find: "span = above(span)",
    replace: "span = undefined",
    tests: spans
  },
  {
    name: "the request for a token is a child of the call that came first",
    file: "src/pipeline/telemetry/tracing.ts",
    find: "span.sampled ? { root: true, links",
    replace: "span.sampled ? { links",
    tests: spans
  },
  {
    name: "calls that wait for a token do not link to its request",
    file: "src/pipeline/telemetry/renewal.ts",
    find: "if (renewal.span === undefined) return",
    replace: "if (renewal.span !== null) return",
    tests: spans
  },
  {
    name: "vendors are sent trace headers",
    file: "src/pipeline/layer.ts",
    find: "propagate: options.propagate ?? false",
    replace: "propagate: options.propagate ?? true",
    tests: ["test/telemetry/propagation.test.ts"]
  },
  {
    name: "hosts of layers that are closed stay known",
    file: "src/pipeline/telemetry/hosts.ts",
    find: "() => each(-1)",
    replace: "() => each(1)",
    tests: ["test/telemetry/propagation.test.ts"]
  }
]
