import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["{packages,apps,tooling}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Vitest's own second is too short for a page on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
