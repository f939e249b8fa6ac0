/**
 * What can be asked of a vendor. An operation is a value that is called like a function and says how it may be refused; what
 * carries it out is the vendor's small service, so a test can answer for it.
 */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { Common, DeliveryUnknown, NoAnswer } from "./Common.ts"
import type { AnyFailureClass } from "./Failure.ts"
import type { Generates } from "../pipeline/Generate.ts"

/** HTTP methods that the vendors use. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** A codec that needs no services. */
export type Codec = Schema.ConstraintCodec<any, any> // any: inputs and outputs differ from operation to operation

/** How a request is made smaller, and how the answers to its parts are joined again. */
export interface Splitter<Input, Output> {
  /** The first part of the request; `undefined` where it cannot be made smaller. */
  readonly first: (input: Input) => Input | undefined
  /** What is left to ask once the first part has been answered; `undefined` where nothing is. */
  readonly rest: (input: Input, first: Output) => Input | undefined
  /** Both answers as one, in order. */
  readonly join: (first: Output, second: Output) => Output
  /** What a request that cannot be made smaller asks for, in words. */
  readonly names: (input: Input) => string
}

/** The facts of an operation. Fields named in the path go there; of the rest, those in `query` and all of a GET go to the query, others to the body. */
export interface Spec<
  Input extends Codec = Codec,
  Output extends Codec = Codec,
  Fails extends ReadonlyArray<AnyFailureClass> = ReadonlyArray<AnyFailureClass>,
  Idempotent extends boolean = boolean
> {
  readonly method: Method
  /** `/meters/{id}`: names in braces are fields of the input, or settings of the layer (`{orgId}`). */
  readonly path: string
  readonly input: Input
  readonly output: Output
  /** The documented failures of this operation, besides those that every operation of the vendor may give. */
  readonly fails?: Fails
  /** Whether doing it twice is as good as doing it once. Reads are; so are writes with a key that the vendor de-duplicates on. */
  readonly idempotent: Idempotent
  /** Whether it only reads, so that nothing can be left half done. Default: GET does. */
  readonly reads?: boolean
  /** What of the answer is the output: a path into `{ status, headers, text, body }`. Default: `body`; `""` is all of it. */
  readonly from?: string
  /** Input fields that go to the query although the method has a body. */
  readonly query?: ReadonlyArray<string>
  /** The input field that is the whole body, where the body is a list or a single value. */
  readonly body?: string
  /** Which of the vendor's hosts serves it; default: the first. */
  readonly host?: string
  /** What is filled in, once per call, where the caller left it out: `{ "measurements[].uid": "uuid" }`. */
  readonly generates?: Generates
  /** How it asks for less when the vendor says that it asked for too much. */
  readonly splits?: Splitter<Input["Type"], Output["Type"]>
  /** Headers of this operation alone. */
  readonly headers?: Readonly<Record<string, string>>
  /** The rate-limit class of the endpoint, as the vendor groups them; a function where it depends on the input. */
  readonly quota?: string | ((input: Input["Type"]) => string)
  /** What a limit that counts for each key counts by: the audience of a broadcast. */
  readonly quotaKey?: (input: Input["Type"]) => string | undefined
  /** How long the vendor documents that it may take, where it does. */
  readonly timeout?: string
  /** Where it is documented. */
  readonly see?: string
  /** The parts of a service other than JSON over HTTP: credentials are left out for a token request. */
  readonly anonymous?: boolean
}

/** An operation, as a value. */
export interface AnyOperation {
  readonly tag: string
  readonly spec: Spec
}

/** The service behind a vendor's operations. */
export interface Service {
  readonly call: (operation: AnyOperation, input: unknown) => Effect.Effect<unknown, unknown>
}

/** What an unanswered call fails with: harmless where it can be repeated. */
export type Silence<Idempotent extends boolean> = Idempotent extends true ? NoAnswer : DeliveryUnknown

/** An operation: call it with its input. */
export interface Operation<Input, Output, Error, Api> extends AnyOperation {
  (input: Input): Effect.Effect<Output, Error, Api>
}

/** Makes a vendor's operations: `const operation = operations<Api, Always>(Api)`. */
export const operations =
  <Api, Always>(api: Context.Key<Api, Service>) =>
  <
    Input extends Codec,
    Output extends Codec,
    const Fails extends ReadonlyArray<AnyFailureClass> = [],
    const Idempotent extends boolean = boolean
  >(
    tag: string,
    spec: Spec<Input, Output, Fails, Idempotent>
  ): Operation<
    Input["Type"],
    Output["Type"],
    InstanceType<Fails[number]> | Always | Common | Silence<Idempotent>,
    Api
  > => {
    const call = (input: unknown) => Effect.flatMap(api, (service) => service.call(operation, input))
    // as: the service is untyped, for it serves every operation; `spec` is what makes the types true, and Vendor obeys it.
    const operation = Object.assign(call, { tag, spec }) as unknown as Operation<
      Input["Type"],
      Output["Type"],
      InstanceType<Fails[number]> | Always | Common | Silence<Idempotent>,
      Api
    >
    return operation
  }
