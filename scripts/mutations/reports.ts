/** Mutations of reports to a vendor's support. */
import type { Mutation } from "./mutation.ts"

const exact = ["test/diagnose/report/exact.test.ts"]

export const reports: ReadonlyArray<Mutation> = [
  {
    name: "a quote in a body ends the word of the shell",
    file: "src/diagnose/report/shell.ts",
    find: "text.replaceAll(\"'\", `'\\\\''`)",
    replace: "text",
    tests: exact
  },
  {
    name: "a body that Linux takes no argument for is one",
    file: "src/diagnose/report/curl.ts",
    find: "bytes > longestArgument",
    replace: "bytes > longestArgument * 9",
    tests: exact
  },
  {
    name: "curl spells the host in its own way and place",
    file: "src/diagnose/report/curl.ts",
    find: "-H 'Host:' -H ",
    replace: "-H ",
    tests: exact
  },
  {
    name: "the length of a body counts the name of a variable",
    file: "src/diagnose/report/shell.ts",
    find: "encoder.encode(piece).length : 0",
    replace: "piece.length : 0",
    tests: exact
  },
  {
    name: "a body that begins with @ is the name of a file",
    file: "src/diagnose/report/curl.ts",
    find: `body.startsWith("@") || `,
    replace: "",
    tests: exact
  },
  {
    name: "a credential that JSON spells otherwise is taken for its variable",
    file: "src/contract/named.ts",
    find: "isPlain(value, after.content) ? mark(name) : redacted",
    replace: "mark(name)",
    tests: exact
  },
  {
    name: "a report shows personal data though nobody asked for it",
    file: "src/pipeline/discreet.ts",
    find: "hiding: (whole) => (whole ?",
    replace: "hiding: (whole) => (whole || true ?",
    tests: ["test/diagnose/report/private.test.ts"]
  },
  {
    name: "a key in the user's own text is shown in the request",
    file: "src/pipeline/discreet.ts",
    find: "const blank: Blank = (text) => withoutLong(text, secrets())",
    replace: "const blank: Blank = (text) => withoutLong(text, secrets().slice(9))",
    tests: ["test/diagnose/report/private.test.ts"]
  },
  {
    name: "what was sent is listed on the failure",
    file: "src/contract/failure/quiet.ts",
    find: "this.#kept = given[0]?.call?.[keptKey]",
    replace: "this.#kept = this.kept = given[0]?.call?.[keptKey]",
    tests: ["test/diagnose/report/private.test.ts"]
  },
  {
    name: "the report of a failure that was told more forgets what was sent",
    file: "src/contract/Failure.ts",
    find: "...keeping(keptWith(failure))",
    replace: "",
    tests: exact
  },
  {
    name: "a request with hidden fields is called exact",
    file: "src/diagnose/reporting.ts",
    find: "exact: request.hidden === 0 && !request.cut",
    replace: "exact: !request.cut",
    tests: ["test/diagnose/report/private.test.ts"]
  },
  {
    name: "a row whose body was cut makes a command that is called exact",
    file: "src/diagnose/report/subject.ts",
    find: "cut: !whole && body !== undefined",
    replace: "cut: false",
    tests: ["test/diagnose/report/kept.test.ts"]
  },
  {
    name: "a journal that keeps bodies whole keeps what people are shown",
    file: "src/pipeline/journal/rows.ts",
    find: "const exact = whole ? exactOf(failure) : undefined",
    replace: "const exact = whole ? undefined : undefined",
    tests: ["test/diagnose/report/kept.test.ts"]
  },
  {
    name: "the beginning of several ids is taken for one of them",
    file: "src/cli/commands/report.ts",
    find: "return other === undefined",
    replace: "return found !== other",
    tests: ["test/cli/report.test.ts"]
  },
  {
    name: "an attempt without an answer is the vendor's fault",
    file: "src/diagnose/report/attempts.ts",
    find: "if (status === undefined) return",
    replace: "if (status === 0) return",
    tests: ["test/diagnose/report/report.test.ts"]
  }
]
