/** What a vendor tells the doctor, as data: where its addresses come from, which calls are harmless, and what each of them proves. */
import type * as Config from "effect/Config"
import type * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AnyFailureClass } from "../contract/Failure.ts"
import type { AnyOperation, Service } from "../contract/Operation.ts"
import type { Connection } from "./connectionProblems.ts"

/** A request without credentials that changes nothing. Whatever answer it gets proves that the host is reached. */
export interface DoctorRequest {
  /** The path after the base URL. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What the doctor is told of one host. */
export interface DoctorHost {
  /** Where its address comes from and what to compare it with, as a sentence: said where it cannot be reached. */
  readonly address: string
  /** What is asked for without credentials, or why nothing is. Default: the base URL itself, by GET. */
  readonly request?: DoctorRequest | { readonly skipped: string }
}

/** What the answer to a harmless call shows. */
export interface DoctorReading {
  readonly found: string
  /** What is wrong although the call succeeded. */
  readonly problem?: { readonly means: string; readonly remedy: string }
}

/** One of the calls of a check. The vendor documents that it changes nothing. */
export interface DoctorCall {
  readonly operation: AnyOperation
  readonly input: unknown
}

/** Something that is proved by a harmless call. It is made only where all checks before it went well. */
export interface DoctorCheck<Options> {
  readonly step: "credentials" | "permissions"
  /** What is checked, in a word or two: `token`, `company`. */
  readonly subject: string
  /** Each is made only where those before it were refused for their credentials or their permission. */
  readonly calls: ReadonlyArray<DoctorCall>
  /** What a success proves, as a sentence. */
  readonly proves: string
  /** What its answer shows beyond that; `now` is Unix ms. */
  readonly read?: (output: any, options: Options, now: number) => DoctorReading // any: outputs differ from call to call
  /** What a failure proves, by its tag, beyond what the failure itself means. */
  readonly refused?: Readonly<Record<string, string>>
  /** Failures after which it is certain that the credentials are known: only the permission is not. */
  readonly known?: ReadonlyArray<AnyFailureClass>
}

/** What cannot be proved without doing harm, and why. */
export interface DoctorSkip {
  readonly step: "credentials" | "permissions"
  readonly subject: string
  readonly why: string
}

/** What a vendor tells the doctor. `Options` is what its layer is made from. */
export interface Doctor<Options, Api> {
  readonly api: Context.Key<Api, Service>
  /** What the vendor's `layerConfig` reads. */
  readonly fromEnvironment: () => Effect.Effect<Options, Config.ConfigError>
  readonly connection: (options: Options) => Connection
  /** By host name, as in the vendor's `hosts`. */
  readonly hosts: Readonly<Record<string, DoctorHost>>
  readonly checks: ReadonlyArray<DoctorCheck<Options>>
  readonly skipped?: ReadonlyArray<DoctorSkip>
  /** Why these credentials must not be used up here, where that is so: a one-time password. The checks are then skipped. */
  readonly withheld?: (options: Options) => string | undefined
  /** What removes what the checks have made, where there is something. It is called once, after a check went well. */
  readonly cleanup?: (options: Options) => DoctorCall | undefined
}
