/** Tasks: work that Xtremepush does after it has answered, such as a large import. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import { BlankId } from "../failures.ts"
import { operation } from "../vendor.ts"
import { Attributes, flat } from "./attributes.ts"
import { Numeric, optionalOrNull, Text } from "./fields.ts"
import { Lookup } from "./listing.ts"

const TaskFields = lazy(() =>
  flat(
    Schema.Struct({
      id: optionalOrNull(Numeric()),
      identifier: optionalOrNull(Text()),
      status: optionalOrNull(Schema.Json),
      finishTime: optionalOrNull(Schema.Json),
      attributes: Attributes()
    }).pipe(Schema.encodeKeys({ finishTime: "finish_time" }))
  )
)

/** A task, as far as the answer has it. `identifier` is its kind: `profile_import`, `list_import`, … `finishTime` is in Unix seconds. */
export interface Task extends Schema.Schema.Type<ReturnType<typeof TaskFields>> {}
export const Task = lazy(() => Schema.Opaque<Task>()(TaskFields()))

/** Reads one task. */
export const infoTask = operation("infoTask", () => ({
  method: "POST",
  path: "/api/external/info/task",
  input: Lookup(),
  output: Task(),
  from: "model",
  fails: [BlankId],
  idempotent: true,
  reads: true,
  quota: "task",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/task-methods"
}))
