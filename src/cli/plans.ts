/** What a vendor's policy would do, as data: when each failure would be retried, and what that costs at worst. */
import * as Duration from "effect/Duration"
import * as Budget from "../policy/Budget.ts"
import { DeliveryUnknown, NoAnswer } from "../contract/Common.ts"
import { operationsOf, type VendorModule } from "../diagnose/Diagnose.ts"
import type { AnyFailureClass } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import * as Limit from "../policy/Limit.ts"
import * as Policy from "../policy/Policy.ts"
import { declared, readsOf } from "../contract/compile.ts"

/** What the calls stand in. */
export interface Surroundings {
  /** Attempts of the caller's own retry around each call; 1 is none. */
  readonly around: number
  /** Whether the layer hedges reads. */
  readonly hedged: boolean
}

/** The plan of one operation, or of all operations that are idempotent, or of all that are not. */
export interface Planned extends Omit<Policy.Plan, "operation"> {
  /** Whether its attempts are hedged: only reads are. */
  readonly hedged: boolean
}

/** The plans of a vendor. */
export interface Plans extends Surroundings {
  readonly vendor: string
  /** Tag of the operation; `null` where the whole catalogue is planned for. */
  readonly operation: string | null
  readonly policy: Pick<Policy.Policy, "attemptTimeout" | "deadline" | "jitter" | "source">
  /** For how long a refusal that names a time may hold all calls of its class of endpoints, by class. */
  readonly holds: Readonly<Record<string, Duration.Duration>>
  /** The share of calls that the retry budget lets be retries. */
  readonly budget: number
  readonly plans: ReadonlyArray<Planned>
}

const planOf = (
  { vendor: { advice: policy } }: VendorModule,
  operation: AnyOperation,
  failures: ReadonlyArray<AnyFailureClass>,
  { around, hedged }: Surroundings
): Planned => {
  const { operation: _, ...plan } = Policy.plan(operation, {
    policy,
    failures,
    around,
    hedged,
    budget: Budget.defaults.share
  })
  // Silence has two names, and each operation can meet only one of them.
  const impossible: { readonly tag: string } = plan.idempotent ? DeliveryUnknown : NoAnswer
  return { ...plan, hedged, timelines: plan.timelines.filter(({ tag }) => tag !== impossible.tag) }
}

// A plan uses nothing of an operation but whether it is idempotent, so any one stands for all of its kind.
const standIns = (
  module: VendorModule,
  failures: ReadonlyArray<AnyFailureClass>,
  surroundings: Surroundings
): ReadonlyArray<Planned> =>
  operationsOf(module)
    .slice(0, 1)
    .flatMap(({ spec, tag }) =>
      [true, false].map((idempotent) =>
        planOf(module, { tag, spec: { ...spec, idempotent } }, failures, {
          ...surroundings,
          hedged: surroundings.hedged && idempotent
        })
      )
    )

/** Of the class of one operation, where that does not depend on its input; else of all. */
const holdsOf = ({ quotas }: VendorModule["vendor"], operation: AnyOperation | undefined): Plans["holds"] => {
  const name = operation?.spec.quota
  const classes = Object.entries(Object.keys(quotas).length === 0 ? { default: { quotas: [] } } : quotas)
  return Object.fromEntries(
    classes
      .filter(([one]) => typeof name !== "string" || one === name)
      .map(([one, { quotas }]) => [one, Duration.millis(Limit.holdOf(quotas))])
  )
}

/** Plans for an operation with the failures that it declares, or, without one, for the whole catalogue. Nothing is run. */
export const plansOf = (
  module: VendorModule,
  operation: AnyOperation | undefined,
  surroundings: Surroundings
): Plans => {
  const { vendor } = module
  const { attemptTimeout, deadline, jitter, source } = vendor.advice
  const plans =
    operation === undefined
      ? standIns(module, vendor.failures, surroundings)
      : [
          planOf(module, operation, declared(vendor, operation.spec), {
            ...surroundings,
            hedged: surroundings.hedged && readsOf(operation.spec)
          })
        ]
  return {
    vendor: vendor.name,
    operation: operation?.tag ?? null,
    policy: { attemptTimeout, deadline, jitter, source },
    holds: holdsOf(vendor, operation),
    budget: Budget.defaults.share,
    ...surroundings,
    plans
  }
}
