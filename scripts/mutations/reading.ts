/** What is read of an answer, and what is shown of it. */
import type { Mutation } from "./mutation.ts"

export const reading: ReadonlyArray<Mutation> = [
  {
    name: "a redirect that is an operation's result is a failure",
    file: "src/contract/read.ts",
    find: "contract?.spec.succeeds?.includes(wire.status) === true",
    replace: "contract?.spec.succeeds?.includes(0) === true",
    tests: ["test/contract/read.test.ts"]
  },
  {
    name: "a page in place of an answer counts as done",
    file: "src/contract/read.ts",
    find: '|| isPage(contract, raw) ? "Unknown"',
    replace: '? "Unknown"',
    tests: ["test/faults/a-empty.test.ts"]
  },
  {
    name: "a page is a success where nothing of an answer is needed",
    file: "src/contract/read.ts",
    find: 'isPage(contract, raw) ? Result.fail("a page") : exact',
    replace: "exact",
    tests: ["test/faults/a-empty.test.ts"]
  },
  {
    name: "an empty success is unreadable",
    file: "src/contract/read.ts",
    find: "contract.reads ? exact : contract.decode({})",
    replace: "exact",
    tests: ["test/faults/a-empty.test.ts"]
  },
  {
    name: "words in places that nobody documents are lost",
    file: "src/contract/words.ts",
    find: "firstText(wire, usualWords) ??",
    replace: "",
    tests: ["test/faults/a-one-reader.test.ts"]
  },
  {
    name: "the markup of a page is shown in place of its words",
    file: "src/contract/words.ts",
    find: "excerpt(plainText(text), mostWords)",
    replace: "excerpt(text, mostWords)",
    tests: ["test/faults/a-one-reader.test.ts"]
  },
  {
    name: "a field that does not fit makes an answer unreadable",
    file: "src/contract/convert/lenientObjects.ts",
    find: "return dispensable\n",
    replace: "return false\n",
    tests: ["test/faults/a-lenient.test.ts"]
  },
  {
    name: "an odd field is spoken of at every call",
    file: "src/pipeline/stages/wire.ts",
    find: "for (const field of fresh) logged.add(field)",
    replace: "void logged",
    tests: ["test/faults/a-lenient.test.ts"]
  },
  {
    name: "a list that cannot be read is an empty one",
    file: "src/contract/convert/lenient.ts",
    find: "made.length > 0 || value.every((one) => one === null) ? made : invalid",
    replace: "made",
    tests: ["test/faults/a-lenient.test.ts"]
  },
  {
    name: "a copy of an answer is as deep as the answer",
    file: "src/contract/redact/copy.ts",
    find: "depth > deepest",
    replace: "depth < 0",
    tests: ["test/faults/b-bounds.test.ts"]
  },
  {
    name: "complaints are kept without end",
    file: "src/contract/complaints.ts",
    find: "found.slice(0, mostComplaints)",
    replace: "found",
    tests: ["test/faults/b-bounds.test.ts"]
  },
  {
    name: "a refusal is read to its end",
    file: "src/pipeline/Transport.ts",
    find: "accepted(response) ? maxAnswerBytes : maxRefusalBytes",
    replace: "maxAnswerBytes",
    tests: ["test/faults/b-memory.test.ts"]
  },
  {
    name: "tokens are never forgotten",
    file: "src/pipeline/auth/seenTokens.ts",
    find: "if (until <= now) this.until.delete(token)",
    replace: "void [token, until, now]",
    tests: ["test/faults/b-tokens.test.ts"]
  },
  {
    name: "an answer that hands out a token is shown",
    file: "src/contract/read.ts",
    find: "excerpt: secret ? notShown : beginning(shown)",
    replace: "excerpt: beginning(shown)",
    tests: ["test/faults/d-secrets.test.ts"]
  },
  {
    name: "a secret in base64 is shown",
    file: "src/contract/redact/spellings.ts",
    find: "[whole + after, ...encoded, cutOff(chars)]",
    replace: "[whole + after, cutOff(chars)]",
    tests: ["test/faults/d-secrets.test.ts"]
  },
  {
    name: "a short secret changes what a failure carries",
    file: "src/contract/Catalogue.ts",
    find: "carried(failure.parts(), answer, () => withShortSecrets(answer))",
    replace: "carried(failure.parts(), answer, () => answer)",
    tests: ["test/faults/d-secrets.test.ts"]
  }
]
