/** One process of the test: started, heard, paused, killed. */
import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import type { Config, Said } from "./config.ts"

export class Child {
  /** All that it has said it is. */
  isReady = false
  isStopped = false
  acked = 0
  readonly problems: Array<string> = []
  readonly gone: Promise<void>
  private readonly process: ChildProcess

  constructor(script: "worker" | "producer", config: Config) {
    const file = fileURLToPath(new URL(`${script}.ts`, import.meta.url))
    this.acked = config.from
    this.process = spawn(
      process.execPath,
      [
        "--conditions=@faultline/source",
        "--disable-warning=ExperimentalWarning",
        file,
        JSON.stringify(config)
      ],
      { stdio: ["ignore", "pipe", "pipe"] }
    )
    const { stderr, stdout } = this.process
    if (stdout === null || stderr === null) throw new Error("a child has no output")
    const lines = createInterface({ input: stdout })
    lines.on("line", (line) => this.hear(line))
    stderr.on("data", (chunk: Buffer) => this.problems.push(String(chunk)))
    const silent = new Promise<void>((resolve) => void lines.on("close", resolve))
    const exited = new Promise<void>((resolve) => void this.process.once("exit", () => resolve()))
    // What it wrote before it was killed is still in the pipe.
    this.gone = Promise.all([silent, exited]).then(() => undefined)
  }

  get isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }

  get pid(): number | undefined {
    return this.process.pid
  }

  /** Lets its event loop do nothing for as long as it was told at its start. */
  block(): void {
    this.process.kill("SIGUSR2")
  }

  async kill(): Promise<void> {
    this.process.kill("SIGKILL")
    await this.gone
  }

  /** Holds it still for so long (ms), as a laptop does that is closed or a machine that has no memory left. */
  async pause(millis: number): Promise<void> {
    this.isStopped = true
    this.process.kill("SIGSTOP")
    await new Promise((resolve) => setTimeout(resolve, millis))
    this.process.kill("SIGCONT")
    this.isStopped = false
  }

  private hear(line: string): void {
    // as: one line of what `say` writes; one that was cut off by the kill is no JSON
    const said = attempt(line) as Said | undefined
    if (said === undefined) return
    if ("ready" in said) this.isReady = true
    if ("acked" in said) this.acked = said.acked
    if ("problem" in said) this.problems.push(said.problem)
  }
}

const attempt = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
