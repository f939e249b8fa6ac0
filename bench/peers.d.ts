/** The parts of the peers that are measured, so that the types can be checked where the peers are not installed. */
declare module "p-retry" {
  export default function pRetry<T>(
    work: () => Promise<T>,
    options?: { readonly retries?: number; readonly signal?: AbortSignal }
  ): Promise<T>
}

declare module "cockatiel" {
  interface Policy {
    execute<T>(
      work: (context: { readonly signal: AbortSignal }) => Promise<T>,
      signal?: AbortSignal
    ): Promise<T>
  }
  export const handleAll: unique symbol
  export const TimeoutStrategy: { readonly Aggressive: "aggressive" }
  export class ExponentialBackoff {
    readonly kind: "exponential"
  }
  export class ConsecutiveBreaker {
    readonly threshold: number
    constructor(threshold: number)
  }
  export function retry(
    what: typeof handleAll,
    options: { readonly maxAttempts: number; readonly backoff: ExponentialBackoff }
  ): Policy
  export function circuitBreaker(
    what: typeof handleAll,
    options: { readonly halfOpenAfter: number; readonly breaker: ConsecutiveBreaker }
  ): Policy
  export function timeout(millis: number, strategy: "aggressive"): Policy
  export function wrap(...policies: ReadonlyArray<Policy>): Policy
}

declare module "opossum" {
  export default class CircuitBreaker<T> {
    constructor(work: () => Promise<T>, options?: { readonly timeout?: number })
    fire(): Promise<T>
    shutdown(): void
  }
}

declare module "got" {
  interface Options {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly json?: unknown
    readonly timeout?: { readonly request: number }
    readonly retry?: { readonly limit: number }
    readonly signal?: AbortSignal
  }
  interface Got {
    (url: string, options: Options): { text(): Promise<string>; json(): Promise<unknown> }
    extend(options: Options): Got
  }
  const got: Got
  export default got
}

declare module "ky" {
  interface Options {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly json?: unknown
    readonly retry?: number
    readonly timeout?: number
    readonly totalTimeout?: number
    readonly fetch?: typeof fetch
  }
  interface Ky {
    (url: string, options: Options): { text(): Promise<string>; json(): Promise<unknown> }
    get: Ky
    create(options: Options): Ky
  }
  const ky: Ky
  export default ky
}

declare module "p-limit" {
  export default function pLimit(concurrency: number): <A>(work: () => Promise<A>) => Promise<A>
}
