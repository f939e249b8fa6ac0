/** Failures as what prints errors without asking them how meets them: loggers, test runners, Node at the end of a process. */
import { keptKey } from "../kept.ts"
import { stackOf, traceOf } from "./traced.ts"

/**
 * The same class, whose instances do not list their `call`: what prints an error without asking it how, as Node does with an
 * uncaught one and loggers do, dumps all that is listed below the stack. The stack has the sentence and the link. What is kept with a
 * failure is out of their sight.
 */
// any: a class expression cannot be given the type that its own name will have.
export const withQuietCall = (base: any): any =>
  class Quiet extends base {
    static readonly #shown: PropertyDescriptor & ThisType<any> = {
      configurable: true,
      enumerable: false,
      get() {
        // Whatever extends this class is a failure.
        return #trace in this ? stackOf(Object(this), traceOf(this, this.#trace)) : undefined
      },
      set(value: unknown) {
        Object.defineProperty(this, "stack", { configurable: true, writable: true, value })
      }
    }
    readonly #kept: unknown
    readonly #trace: PropertyDescriptor | undefined
    constructor(...given: ReadonlyArray<any>) {
      super(...given)
      this.#kept = given[0]?.call?.[keptKey]
      this.#trace = Object.getOwnPropertyDescriptor(this, "stack")
      Object.defineProperty(this, "stack", Quiet.#shown)
      if (Object.hasOwn(this, "call")) Object.defineProperty(this, "call", { enumerable: false })
    }
    [keptKey](): unknown {
      return #kept in this ? this.#kept : undefined
    }
  }
