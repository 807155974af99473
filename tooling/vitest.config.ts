import { defineConfig } from "vitest/config";
import { lane, MOST_WORKERS, root } from "./lanes.ts";

export default defineConfig({ test: { root, maxWorkers: MOST_WORKERS, projects: lane() } });
