/** Mutations of Braze's facts, and of the laws that hold them. */
import type { Mutation } from "./mutation.ts"

export const braze: ReadonlyArray<Mutation> = [
  {
    name: "a note on a success may be a fragment without a full stop",
    file: "src/testing/laws/operations.ts",
    find: `!/^\\S.*\\.$/.test(note) || `,
    replace: "",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a note on a success needs no source",
    file: "src/testing/laws/operations.ts",
    find: `notes.length === 0 || see.trim() !== ""`,
    replace: "true",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a failure that no operation declares breaks no law",
    file: "src/testing/laws/operations.ts",
    find: ".filter((tag) => !awaiting.includes(tag))",
    replace: ".filter(() => false)",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a failure that was declared stays in the list of those that await their operations",
    file: "src/testing/laws/operations.ts",
    find: ".filter((tag) => !missing.includes(tag))",
    replace: ".filter(() => false)",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "a send is not repeated after Braze's own server fault",
    file: "src/vendors/braze/operations/sends.ts",
    find: "harmless: [ServerFault],",
    replace: "",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "what the page promises of sends is taken to hold for every operation",
    file: "src/contract/operation/harmless.ts",
    find: "harmless?.includes(classOf(failure)) === true",
    replace: "true",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "a gateway's page inherits Braze's promise",
    file: "src/vendors/braze/failures/general.ts",
    find: `signature: [
    { status: "5xx", text: notJson },
    { status: "5xx", body: not(own, { message: undefined, error: "no healthy upstream" }) }
  ],`,
    replace: `signature: { status: 599, text: notJson },`,
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "a status without its body shows a failure that a missing body would show",
    file: "src/contract/read.ts",
    find: "bodyUnknown ? known.filter(showsByStatus) : known",
    replace: "known",
    tests: ["test/faults/a-braze-gateway.test.ts"]
  },
  {
    name: "a row of Braze's table is not recognized under a success status",
    file: "src/vendors/braze/failures/messaging.ts",
    find: `[400, "2xx"] as const`,
    replace: "[400] as const",
    tests: ["test/faults/a-braze-table.test.ts"]
  },
  {
    name: "Braze's list of what any send may be refused for lacks a row",
    file: "src/vendors/braze/failures.ts",
    find: `  MismatchedMessageType,
  InvalidExtraPushPayload,
  ...tooMany,`,
    replace: `  InvalidExtraPushPayload,
  ...tooMany,`,
    tests: ["test/faults/a-braze-table.test.ts"]
  },
  {
    name: "an IP allow list is only recognized where its endpoint declares it",
    file: "src/vendors/braze/failures.ts",
    find: `export const always = [
  IpNotAllowed,`,
    replace: "export const always = [",
    tests: ["test/faults/a-braze-table.test.ts"]
  },
  {
    name: "characters are counted as units of UTF-16",
    file: "src/contract/jsonSize.ts",
    find: "if (text.length > most * 2) return false",
    replace: "if (text.length > most) return false",
    tests: ["test/faults/a-braze-lengths.test.ts"]
  },
  {
    name: "a failure may be called harmless that its operation cannot meet",
    file: "src/contract/operation/problems.ts",
    find: ".filter((failure) => ![...vendor.always, ...(spec.fails ?? [])].includes(failure))",
    replace: ".filter(() => false)",
    tests: ["test/testing/laws.test.ts"]
  },
  {
    name: "SCIM goes without the origin of its requests",
    file: "src/vendors/braze/scim.ts",
    find: 'headers: { "x-request-origin": requestOrigin },',
    replace: "",
    tests: ["test/vendors/braze/scim.test.ts"]
  },
  {
    name: "operations of SCIM are served by the layer of the REST API",
    file: "src/vendors/braze/vendor.ts",
    find: "export const scimOperation = proven<Always>()(BrazeScimApi, vendor",
    replace: "export const scimOperation = proven<Always>()(BrazeApi, vendor",
    tests: ["test/vendors/braze/scim.test.ts"]
  },
  {
    name: "a second job of an integration starts while one runs",
    file: "src/vendors/braze/simulator/jobs.ts",
    find: "if (of(key).some((job) => isRunning(job, request.now))) return false",
    replace: "",
    tests: ["test/surface/braze-people.test.ts"]
  },
  {
    name: "what only a doctor asks for stands in the place of the operation of that name",
    file: "src/testing/Simulator.ts",
    find: "operations: [...others, ...given.values()]",
    replace: "operations: [...simulated.operations, ...given.values()]",
    tests: ["test/surface/braze-objects.test.ts"]
  }
]
