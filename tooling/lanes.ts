import type { TestProjectInlineConfiguration } from "vitest/config";

/** The tests as projects of vitest: those of the packages, which are pure and share a process, and all others. */
export function lane(
  left: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): TestProjectInlineConfiguration[] {
  const shared = {
    exclude: ["**/node_modules/**", "**/dist/**", ...left],
    env,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // Vitest's own second is too short for a page on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  };
  return [
    // To load the modules anew for each file would take most of the time.
    { test: { ...shared, name: "pure", include: ["packages/**/*.test.{ts,tsx}"], isolate: false } },
    { test: { ...shared, name: "whole", include: ["{apps,tooling}/**/*.test.{ts,tsx}"] } },
  ];
}

export const root = new URL("..", import.meta.url).pathname;
export const MOST_WORKERS = 2;
