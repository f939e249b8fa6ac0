/** Mutations of where it runs: transports, proxies, and what people are shown of calls and failures. */
import type { Mutation } from "./mutation.ts"

export const platforms: ReadonlyArray<Mutation> = [
  {
    name: "what dumps the fields of an error dumps its whole call",
    file: "src/contract/failure/quiet.ts",
    find: `{ enumerable: false }`,
    replace: "{ enumerable: true }",
    tests: ["test/faults/d-printing.test.ts"]
  },
  {
    name: "an answer that came compressed is read as it came",
    file: "src/pipeline/transport/decompress.ts",
    find: "if (encoding === undefined || !isCompressed(bytes)) return",
    replace: "if (encoding !== '' || !isCompressed(bytes)) return",
    tests: ["test/faults/d-transport.test.ts"]
  },
  {
    name: "a request that was never written counts as perhaps made when its time is up",
    file: "src/pipeline/stages/timeout.ts",
    find: "const unwritten = giveUp(attempt.progress)",
    replace: "const unwritten = giveUp(undefined)",
    tests: ["test/faults/d-transport.test.ts"]
  },
  {
    name: "the proxy that a layer is given is not used",
    file: "src/pipeline/transport/undici.ts",
    find: "if (proxy !== undefined) return",
    replace: "if (proxy === '') return",
    tests: ["test/faults/d-proxies.test.ts"]
  },
  {
    name: "the environment's proxy is used by nobody",
    file: "src/pipeline/transport/undici.ts",
    find: "return environmentIsUsed() ?",
    replace: "return environmentIsUsed() && proxy !== undefined ?",
    tests: ["test/faults/d-proxies.test.ts"]
  },
  {
    name: "a request is shown with personal data",
    file: "src/contract/privacy.ts",
    find: `if (name !== "" && hiding.hides(name)) return hidden(hiding, value)`,
    replace: "",
    tests: ["test/faults/d-personal-data.test.ts"]
  },
  {
    name: "the vendor's words are shown with the personal texts that they quote",
    file: "src/contract/privacy.ts",
    find: "part.replaceAll(one, personal)",
    replace: "part",
    tests: ["test/faults/d-personal-data.test.ts"]
  },
  {
    name: "the log has the bodies of answers",
    file: "src/pipeline/Journal.ts",
    find: "...entry,\n            advised",
    replace: "...entry,\n            _answer,\n            advised",
    tests: ["test/faults/d-personal-data.test.ts"]
  },
  {
    name: "a failure is printed without its sentence",
    file: "src/contract/failure/printed.ts",
    find: "message: failure.message,",
    replace: "",
    tests: ["test/faults/d-printing.test.ts"]
  }
]
