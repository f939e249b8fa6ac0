/** Xtremepush's page “External API Responses Status/Error Codes”: its advice, and where its answers have what. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { project } from "../vendors/xtremepush/project.ts"

const { createLocation, listLocations } = Xtremepush
const answer = (code: number, message: string) => fromJson(code, {}, { code, message, success: false })
const notCreated = fromJson(
  400,
  {},
  {
    code: 400,
    errors: {
      ibeacon_major: ["iBeacon Major cannot be blank."],
      ibeacon_uuid: ["iBeacon UUID must be a string."]
    },
    message: "Location is not created",
    success: false
  }
)

describe("Xtremepush's page says", () => {
  it.effect("send one retry immediately and then … try once more after 30 seconds", () =>
    Effect.gen(function* () {
      const { waits } = yield* Diagnose.explain(Xtremepush.vendor, answer(500, ""), {
        operation: createLocation
      })
      assert.deepStrictEqual([waits.idempotent, waits.notIdempotent], [[0, 30_000], []])
    })
  )

  it.effect("the response, in `errors`, gives further information: field by field", () =>
    Effect.gen(function* () {
      const { complaints } = yield* Diagnose.explain(Xtremepush.vendor, notCreated, {
        operation: createLocation
      })
      assert.deepStrictEqual(
        complaints.map(({ message, path }) => [path, message]),
        [
          ["ibeacon_major", "iBeacon Major cannot be blank."],
          ["ibeacon_uuid", "iBeacon UUID must be a string."]
        ]
      )
    })
  )

  it("4XX: log error so alert goes to IT; anything other than a 2XX should be recorded; retry limit hit: log error", () => {
    const levels = Xtremepush.vendor.records?.map(({ level, status }) => [status, level])
    assert.deepStrictEqual(levels, [
      ["4xx", "Error"],
      ["5xx", "Warn"],
      ["3xx", "Warn"],
      ["2xx", "Error"],
      ["gave up", "Error"]
    ])
  })

  it.effect("the attributes of an object are in model, and a list of them is in data", () => {
    const model = {
      id: 4584,
      title: "48 Wall St",
      latitude: "40.7065668",
      radius: 100,
      type: 0,
      project_id: 785
    }
    const { layer } = project(({ method }) =>
      fromJson(
        200,
        {},
        method.startsWith("info")
          ? { code: 200, model, success: true }
          : { code: 200, data: [model], success: true }
      )
    )
    return Effect.gen(function* () {
      const one = yield* Xtremepush.infoLocation({ id: 4584 })
      const [listed] = yield* listLocations({})
      assert.deepStrictEqual(
        [one.title, listed?.title, one.latitude],
        ["48 Wall St", "48 Wall St", "40.7065668"]
      )
    }).pipe(Effect.provide(layer))
  })
})
