/** The peers, which are dependencies of this folder only: installed when they are first needed, and when their versions change. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const [lock, mark] = ["bench/package-lock.json", "bench/node_modules/.lock-of-faultline"]

/** Installs them, where that has not been done. */
export const install = (): void => {
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex")
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return
  console.error("Installing the peers in bench/ …")
  const { status } = spawnSync("npm ci --no-audit --no-fund --ignore-scripts --loglevel=error", {
    cwd: "bench",
    shell: true,
    // What npm says is progress, and the results alone go to stdout.
    stdio: ["ignore", 2, 2]
  })
  if (status !== 0) throw new Error("The peers could not be installed: npm --prefix bench ci says why.")
  writeFileSync(mark, wanted)
}
