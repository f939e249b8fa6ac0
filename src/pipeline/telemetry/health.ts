/** How the guards of a vendor's layers stand, as plain data. */

/** A limit of one class. */
export interface QuotaHealth {
  /** How long its window is, in seconds. */
  readonly window: number
  /** Calls in one window. */
  readonly limit: number
  /** Calls that are left in the present one: as the vendor's headers said last, else as this process has counted. */
  readonly remaining: number
}

/** The state of a circuit. */
export type CircuitState = "closed" | "half_open" | "open"

/** How calls of one quota class stand. A call of a class within a wider one counts in both. */
export interface ClassHealth {
  /** The vendor's name for a group of endpoints that share limits; `default` is for those without one. */
  readonly class: string
  /** Calls that wait for their turn. */
  readonly waiting: number
  readonly inFlight: number
  /** Calls that may be in flight at once; `undefined` without a limit. */
  readonly inFlightLimit: number | undefined
  /** Seconds until calls may leave: the vendor said so, refuses every call, or is down. 0 where they leave at their pace. */
  readonly held: number
  /** Calls per second that are let through: declared, or less where headers or refusals say so; `undefined` without a limit. */
  readonly rate: number | undefined
  /** Since when (Unix ms) the vendor does not answer, and single calls probe it. */
  readonly downSince: number | undefined
  /** `undefined` where no layer has a circuit breaker. */
  readonly circuit: CircuitState | undefined
  /** Limits by the length of their window. Those that count for each key (an audience) by itself are not here. */
  readonly quotas: ReadonlyArray<QuotaHealth>
}

/** What layers share between all classes. */
export interface SharedHealth {
  /** Retries that the budgets would pay for now. */
  readonly retryBudget: number
  /** Seconds until the first token ends, negative where it has ended; `undefined` while there is none. */
  readonly tokenExpiresIn: number | undefined
}

/** How one vendor stands in this process: all its layers together. */
export interface VendorHealth extends SharedHealth {
  readonly vendor: string
  /** How many layers there are. */
  readonly layers: number
  /** Since when (Unix ms) the vendor does not answer calls of some class. */
  readonly downSince: number | undefined
  readonly classes: ReadonlyArray<ClassHealth>
}
