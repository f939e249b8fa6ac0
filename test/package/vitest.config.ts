/** The test of the package is a run of its own, since it builds, packs and installs: `npm run check -- package`. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: { include: ["test/package/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 300_000 }
})
