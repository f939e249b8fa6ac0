/** Mutations of the log, of how failures are printed, and of what is hidden wherever people look. */
import type { Mutation } from "./mutation.ts"

export const logs: ReadonlyArray<Mutation> = [
  {
    name: "a call whose delivery is unknown is only a warning",
    file: "src/pipeline/telemetry/logging.ts",
    find: 'delivery === "Unknown" || outcome === "defect"',
    replace: 'outcome === "defect"',
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "a call that its caller interrupted is a warning",
    file: "src/pipeline/telemetry/logging.ts",
    find: 'if (outcome === "interrupted") return "Debug"',
    replace: "",
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "the log does not heed the level that a vendor advises",
    file: "src/pipeline/telemetry/logging.ts",
    find: 'advised ?? "Warn"',
    replace: '"Warn"',
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "calls that succeed are logged",
    file: "src/pipeline/telemetry/logging.ts",
    find: 'fact._tag === "CallEnded" && fact.outcome !== "ok"',
    replace: 'fact._tag === "CallEnded"',
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "the log has the beginning of a body",
    file: "src/contract/failure/spoken.ts",
    find: "{ excerpt: { value: undefined } }",
    replace: "{}",
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "a journal writes to the log by default",
    file: "src/pipeline/Journal.ts",
    find: "defaultValue: () => none",
    replace: "defaultValue: () => log",
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "a journal that writes to the log repeats how a call ended",
    file: "src/pipeline/Journal.ts",
    find: "gaveUpAfter === undefined\n      ?",
    replace: "gaveUpAfter !== 0\n      ?",
    tests: ["test/pipeline/logging.test.ts"]
  },
  {
    name: "a failure's stack is without its link",
    file: "src/contract/failure/traced.ts",
    find: "`    See: ${failure.see}`,",
    replace: "",
    tests: ["test/faults/d-printing.test.ts"]
  },
  {
    name: "a failure's stack has the frames inside the library",
    file: "src/contract/failure/traced.ts",
    find: " && !inside.test(line)",
    replace: "",
    tests: ["test/faults/d-printing.test.ts"]
  },
  {
    name: "a failure's JSON is without its remedy",
    file: "src/contract/failure/printed.ts",
    find: "    remedy: failure.remedy,\n",
    replace: "",
    tests: ["test/faults/d-printing.test.ts"]
  },
  {
    name: "what an application hides is shown",
    file: "src/pipeline/telemetry/hide.ts",
    find: "personal: [...personal, ...names]",
    replace: "personal: [...personal]",
    tests: ["test/pipeline/hiding.test.ts"]
  },
  {
    name: "a layer learns what one program hides",
    file: "src/pipeline/composer.ts",
    find: "if (hidden.length === 0) return usual(operation)",
    replace: "if (hidden.length === 0) return [...others.values()].at(-1)?.(operation) ?? usual(operation)",
    tests: ["test/pipeline/hiding.test.ts"]
  },
  {
    name: "what a failure carries is printed where an application hides it",
    file: "src/contract/failure/printed.ts",
    find: "knowsHiding(kept) ? kept.hiding(false) :",
    replace: "",
    tests: ["test/pipeline/hiding.test.ts"]
  },
  {
    name: "secrets whose names do not say so are shown",
    file: "src/contract/privacy.ts",
    find: 'if (name !== "" && hiding.blanks(name)) return redacted',
    replace: "",
    tests: ["test/faults/d-secrets.test.ts"]
  },
  {
    name: "personal texts in an address are shown",
    file: "src/contract/privacy.ts",
    find: "if (!names.some(hiding.hides)) return url",
    replace: "if (names.length >= 0) return url",
    tests: ["test/pipeline/hiding.test.ts"]
  },
  {
    name: "rows have the personal data of answers",
    file: "src/pipeline/journal/rows.ts",
    find: "shownAnswer(contract, { input, outgoing }, shown, whole)",
    replace: "shownAnswer(contract, { input, outgoing }, shown, true)",
    tests: ["test/sweep/sweep.test.ts"]
  },
  {
    name: "entries have the personal data of requests",
    file: "src/pipeline/stages/journal.ts",
    find: 'journal.bodies === "whole"]',
    replace: 'journal.bodies !== "hidden"]',
    tests: ["test/sweep/sweep.test.ts"]
  },
  {
    name: "a report has personal data unasked",
    file: "src/pipeline/discreet.ts",
    find: "(whole ? secretsIn(contract) : hidingIn(contract))",
    replace: "(whole ? hidingIn(contract) : secretsIn(contract))",
    tests: ["test/sweep/sweep.test.ts"]
  },
  {
    name: "the vendor's words keep the personal texts that they quote",
    file: "src/pipeline/discreet.ts",
    find: "vendorMessage: without(texts, vendorMessage)",
    replace: "vendorMessage",
    tests: ["test/sweep/sweep.test.ts"]
  }
]
