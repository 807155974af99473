const BUCKETS = [0.005, 0.025, 0.1, 0.5, 2.5] as const;

interface Route {
  readonly statuses: Map<number, number>;
  /** How many answers took at most so many seconds, as BUCKETS says. */
  readonly within: number[];
  seconds: number;
}

/** Counts what Prometheus asks for. */
export class Metrics {
  readonly #routes = new Map<string, Route>();

  /** One answered request of a route such as `/v1/templates/:id`. */
  count(method: string, path: string, status: number, seconds: number): void {
    const key = `method="${method}",route="${path}"`;
    let route = this.#routes.get(key);
    if (!route) {
      route = { statuses: new Map(), within: BUCKETS.map(() => 0), seconds: 0 };
      this.#routes.set(key, route);
    }
    route.statuses.set(status, (route.statuses.get(status) ?? 0) + 1);
    route.seconds += seconds;
    for (let i = BUCKETS.length - 1; i >= 0 && seconds <= (BUCKETS[i] ?? 0); i--) {
      route.within[i] = (route.within[i] ?? 0) + 1;
    }
  }

  /** The metrics in Prometheus's text format, with these further values. */
  text(gauges: Readonly<Record<string, number>>): string {
    const lines = ["# TYPE sevenstar_http_requests_total counter"];
    for (const [key, { statuses }] of this.#routes) {
      for (const [status, count] of statuses) {
        lines.push(`sevenstar_http_requests_total{${key},status="${status}"} ${count}`);
      }
    }
    lines.push("# TYPE sevenstar_http_request_duration_seconds histogram");
    for (const [key, { statuses, within, seconds }] of this.#routes) {
      const name = "sevenstar_http_request_duration_seconds";
      const all = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      for (const [i, bucket] of BUCKETS.entries())
        lines.push(`${name}_bucket{${key},le="${bucket}"} ${within[i]}`);
      lines.push(`${name}_bucket{${key},le="+Inf"} ${all}`);
      lines.push(`${name}_sum{${key}} ${seconds}`, `${name}_count{${key}} ${all}`);
    }
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const ofProcess = {
      process_resident_memory_bytes: rss,
      nodejs_heap_used_bytes: heapUsed,
      process_cpu_seconds: (user + system) / 1e6,
      process_uptime_seconds: process.uptime(),
    };
    for (const [name, value] of Object.entries({ ...ofProcess, ...gauges })) {
      lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
    }
    return `${lines.join("\n")}\n`;
  }
}
