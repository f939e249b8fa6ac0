/** Effect's own client on undici, as its users put it together: three retries, a timeout, a schema for the answer. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schedule from "effect/Schedule"
import type * as Schema from "effect/Schema"
import type { Contender } from "../../processes/contender.ts"
import { inFibers } from "../../processes/fibers.ts"
import { withoutNulls } from "../../../src/contract/nulls.ts"
import { MeterPage } from "../../../src/vendors/m3ter/operations/meters.ts"
import { requestOf, type Target } from "../shapes.ts"
import { stub } from "../stub.ts"
import { Thing } from "../thing.ts"

const requestFor = ({ base, shape }: Target): HttpClientRequest.HttpClientRequest => {
  const { body, headers, method, url } = requestOf(shape, base)
  const request = HttpClientRequest.make(method)(url, { headers })
  return body === undefined ? request : HttpClientRequest.bodyJsonUnsafe(request, body)
}

const call = <S extends Schema.ConstraintCodec<unknown, unknown>>(target: Target, schema: S) => {
  const decode = HttpClientResponse.schemaBodyJson(schema)
  return Effect.flatMap(HttpClient.HttpClient, (client) => {
    const patient = client.pipe(
      HttpClient.filterStatusOk,
      HttpClient.retryTransient({ schedule: Schedule.exponential("100 millis"), times: 3 })
    )
    return Effect.suspend(() => patient.execute(requestFor(target))).pipe(
      Effect.flatMap(decode),
      Effect.timeout("10 seconds")
    )
  })
}

export const make = (target: Target): Contender => {
  const runtime = ManagedRuntime.make(target.over === "stub" ? stub : NodeHttpClient.layerUndici)
  return target.shape === "get-30k"
    ? inFibers(target.concurrency, call(target, withoutNulls(MeterPage())), runtime.runPromise)
    : inFibers(target.concurrency, call(target, Thing()), runtime.runPromise)
}
