/** Mutations of the console: who is let in, what is shown, what is done, and what its page keeps. */
import type { Mutation } from "./mutation.ts"

const [guard, server, own, journal, browser] = [
  "test/console/guard.test.ts",
  "test/console/server.test.ts",
  "test/console/process.test.ts",
  "test/console/journal.test.ts",
  "test/console/browser.test.ts"
]

const entrance: ReadonlyArray<Mutation> = [
  {
    name: "the console shows its page to any name that leads to it",
    file: "src/console/guard.ts",
    find: "if (!loopback.test(host))",
    replace: "if (false)",
    tests: [guard]
  },
  {
    name: "the console answers to a page of another port",
    file: "src/console/guard.ts",
    find: "origin !== `http://${host}`",
    replace: "!origin.startsWith(`http://127.0.0.1`)",
    tests: [guard]
  },
  {
    name: "the console acts for who sends no origin",
    file: "src/console/guard.ts",
    find: `origin === undefined ? method === "POST" :`,
    replace: `origin === undefined ? method === "PUT" :`,
    tests: [guard]
  },
  {
    name: "the console shows failures without a token",
    file: "src/console/server.ts",
    find: `"/live", withToken(allowed, live.answer)`,
    replace: `"/live", live.answer`,
    tests: [guard]
  },
  {
    name: "a token that begins well is let in to the console",
    file: "src/console/token.ts",
    find: `return (header) => timingSafeEqual(digest(header ?? ""), wanted)`,
    replace: `return (header) => timingSafeEqual(digest((header ?? "").slice(0, 50)), wanted)`,
    tests: [guard]
  }
]

const shown: ReadonlyArray<Mutation> = [
  {
    name: "text becomes markup on the console's page",
    file: "src/console/page/html.ts",
    find: 'return typeof part === "object" ? part.map(write).join("") : escape(String(part))',
    replace: 'return typeof part === "object" ? part.map(write).join("") : String(part)',
    tests: [server]
  },
  {
    name: "the console links to scripts",
    file: "src/console/page/html.ts",
    find: "linkable.test(to)",
    replace: "linkable.test(to) || true",
    tests: [server]
  },
  {
    name: "the console sends what has not changed",
    file: "src/console/live.ts",
    find: "sent.get(id) !== html",
    replace: 'sent.get(id) !== html || html !== ""',
    tests: [server]
  },
  {
    name: "the console counts pages that are gone",
    file: "src/console/live.ts",
    find: "void this.connected--",
    replace: "void this.connected",
    tests: [server]
  },
  {
    name: "the console takes the place of the application's observers",
    file: "src/console/Console.ts",
    find: "Telemetry.all(yield* Telemetry.Current, ring.observer)",
    replace: "Telemetry.all(ring.observer)",
    tests: [own]
  },
  {
    name: "the console's reports of a journal have its personal data",
    file: "src/console/journal.ts",
    find: `row.bodies === "whole"`,
    replace: `row.vendor === ""`,
    tests: [journal]
  },
  {
    name: "the console's reports have personal data",
    file: "src/console/ring.ts",
    find: "supportIn(vendors, failure.vendor))",
    replace: "supportIn(vendors, failure.vendor), { whole: true })",
    tests: ["test/console/privacy.test.ts"]
  },
  {
    name: "a source that hangs takes the console's other sections with it",
    file: "src/console/page/sections.ts",
    find: `const patience = "5 seconds"`,
    replace: `const patience = "5 hours"`,
    tests: ["test/console/sections.test.ts"]
  },
  {
    name: "calls that were interrupted are not on the console",
    file: "src/console/ring.ts",
    find: "sentences[fact.outcome]",
    replace: "undefined",
    tests: [own]
  },
  {
    name: "the console shows the successes of a journal as failures",
    file: "src/console/journal.ts",
    find: "Stream.filter(({ tag }) => tag !== undefined),",
    replace: "",
    tests: [journal]
  }
]

const done: ReadonlyArray<Mutation> = [
  {
    name: "the console acts without a reason",
    file: "src/console/actions.ts",
    find: "Schema.Trim.check(Schema.isMinLength(1), Schema.isMaxLength(500))",
    replace: "Schema.Trim.check(Schema.isMaxLength(500))",
    tests: [server]
  },
  {
    name: "the console replaces what has the focus",
    file: "src/console/page/browser/drawing.ts",
    find: "if (!found || found.nodeName !== next.nodeName) {",
    replace: "if (true) {",
    tests: [browser]
  },
  {
    name: "the console's page does not come back after a restart",
    file: "src/console/page/browser/listening.ts",
    find: "await pause(wait)",
    replace: "return",
    tests: [browser]
  },
  {
    name: "the console's page is too pale in the dark",
    file: "src/console/page/style.ts",
    find: "--faint: #b4b6c0",
    replace: "--faint: #6b6d76",
    tests: [browser]
  },
  {
    name: "the console's page scrolls sideways on a phone",
    file: "src/console/page/style.ts",
    find: "overflow-wrap: anywhere; }",
    replace: "}",
    tests: [browser]
  }
]

/** All of them. */
export const console: ReadonlyArray<Mutation> = [...entrance, ...shown, ...done]
