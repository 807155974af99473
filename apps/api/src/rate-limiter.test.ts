import { afterEach, describe, expect, it, vi } from "vitest";
import { TestApi } from "./test-api.fixture.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("the rate limit", () => {
  it("keeps its minute when the machine's clock is set back two hours", async () => {
    const api = await TestApi.open({ RATE_LIMIT: 2 });
    const token = await api.team();
    for (let index = 0; index < 2; index++) await api.ask("GET", "/v1/me", { token });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 2 * 3_600_000 });
    const { status, headers } = await api.ask("GET", "/v1/me", { token });
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(Number(headers.get("Retry-After"))).toBeLessThanOrEqual(60);
    await api.close();
  });
});
