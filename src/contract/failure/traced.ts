/** The stack of a failure, which loggers and runtimes print: its sentence, the link, and the frames that are of use to a reader. */
import type { AnyFailure } from "./facts.ts"

// A call is carried out by fibers: these frames are the same for all calls, and never the caller's line.
const inside =
  /[\\/]node_modules[\\/](\.pnpm[\\/].+[\\/]node_modules[\\/])?(faultline|effect|@effect[\\/][^\\/]+)[\\/]|~effect[\\/]|\(?node:internal[\\/]/

/** The frames of a stack that are not inside the library. V8 indents them and begins them with `at`; others have `name@place`. */
export const framesOf = (trace: string): ReadonlyArray<string> =>
  trace.split("\n").filter((line) => /^ {4}at |^[^\s]*@.+:\d+:\d+$/.test(line) && !inside.test(line))

/** The stack that is shown. */
export const stackOf = (failure: AnyFailure, trace: string): string =>
  [`${failure._tag}: ${failure.message}`, `    See: ${failure.see}`, ...framesOf(trace)].join("\n")

/** What an engine says that the stack is; kept by some as a value, and made by others when it is read. */
export const traceOf = (failure: object, own: PropertyDescriptor | undefined): string => {
  const trace: unknown = own?.get === undefined ? own?.value : own.get.call(failure)
  return typeof trace === "string" ? trace : ""
}
