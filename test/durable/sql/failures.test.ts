/** What databases say when they cannot, in the outbox's own words. */
import { assert, describe, it } from "@effect/vitest"
import { SqlError } from "effect/sql"
import { isPassing, unavailable } from "../../../src/durable/outbox/sql/failures.ts"

const coded = (code: string, message = "words of the database") => {
  const cause = Object.assign(new Error(message), { code })
  return new SqlError.SqlError({ reason: new SqlError.UnknownError({ cause, message: "query failed" }) })
}

const file = (errcode: number) =>
  new SqlError.SqlError({
    reason: new SqlError.UnknownError({ cause: Object.assign(new Error("words"), { errcode }) })
  })

describe("a database that cannot", () => {
  it.each([
    ["57P03", "unreachable"],
    ["57P01", "unreachable"],
    ["57P02", "unreachable"],
    ["53300", "unreachable"],
    ["53100", "full"],
    ["25006", "read-only"],
    ["XX001", "corrupt"],
    ["22P05", "other"]
  ])("of PostgreSQL is told by its code: %s is %s", (code, reason) => {
    assert.strictEqual(unavailable("t", coded(code)).reason, reason)
  })

  it.each([
    [5, "locked"],
    [517, "locked"],
    [8, "read-only"],
    [11, "corrupt"],
    [13, "full"],
    [1, "other"]
  ])("of SQLite is told by its code: %s is %s", (code, reason) => {
    assert.strictEqual(unavailable("t", file(code)).reason, reason)
  })

  it("is told by its words where a driver or a pooler gives no code", () => {
    for (const words of [
      "the database system is starting up",
      "the database system is not yet accepting connections"
    ])
      assert.strictEqual(unavailable("t", coded("", words)).reason, "unreachable")
  })

  it("is told with the words of the database itself, and with what to do", () => {
    const cause = Object.assign(new Error("permission denied for table t_item"), { code: "42501" })
    const refused = new SqlError.SqlError({
      reason: new SqlError.AuthorizationError({ cause, message: "PgConnection: Query failed" })
    })
    assert.strictEqual(
      unavailable("t", refused).message,
      "The outbox in t cannot be used: the database refused a command (permission denied for table t_item). Grant the client's user SELECT, INSERT, UPDATE and DELETE on the tables of the outbox."
    )
  })

  it("is asked again where others were in the way, and not where the fault is ours", () => {
    const cause = new Error("x")
    const violated = (constraint: string) => new SqlError.UniqueViolation({ cause, constraint })
    const passing = [
      new SqlError.DeadlockError({ cause }),
      new SqlError.SerializationError({ cause }),
      new SqlError.LockTimeoutError({ cause }),
      violated("faultline_outbox_item_slot")
    ]
    const lasting = [
      violated("faultline_outbox_item_id"),
      new SqlError.ConnectionError({ cause }),
      new SqlError.SqlSyntaxError({ cause })
    ]
    const passes = (reason: SqlError.SqlErrorReason) => isPassing(new SqlError.SqlError({ reason }))
    assert.deepStrictEqual(
      [passing.map(passes), lasting.map(passes)],
      [passing.map(() => true), lasting.map(() => false)]
    )
  })
})
