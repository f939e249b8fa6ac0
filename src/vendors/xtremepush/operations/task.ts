/** Tasks: what Xtremepush does after it has answered, such as a large import. */
import * as Schema from "effect/Schema"
import * as Struct from "effect/Struct"
import * as Failures from "../failures.ts"
import { operation } from "../vendor.ts"
import { Numeric, Text } from "./answer.ts"
import { Attributes, flat, Lookup } from "./question.ts"

/** A task, as far as the answer has it. `identifier` says its kind: `profile_import`, `list_import`, … `finishTime` is in Unix seconds. */
export interface Task extends Schema.Schema.Type<typeof TaskFields> {}
const TaskFields = flat(
  Schema.Struct({
    ...Struct.map(
      Struct.map(
        { id: Numeric, identifier: Text, status: Schema.Json, finishTime: Schema.Json },
        Schema.NullOr
      ),
      Schema.optionalKey
    ),
    attributes: Attributes
  }).pipe(Schema.encodeKeys({ finishTime: "finish_time" }))
)
export const Task = Schema.Opaque<Task>()(TaskFields)

/** Reads one task. */
export const infoTask = operation("Xtremepush.infoTask", {
  method: "POST",
  path: "/api/external/info/task",
  input: Lookup,
  output: Task,
  from: "body.model",
  fails: [Failures.BlankId],
  idempotent: true,
  reads: true,
  quota: "task",
  see: "https://docs.xtremepush.com/reference/task-methods"
})
