import { type Compilable, type CompiledQuery, type Kysely, PostgresAdapter } from "kysely";
import type { Engine, Tables } from "./tables.ts";

class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A query that can be asked with values. */
type Ask<Values, Row> = (db: Kysely<Tables>, values: Values) => Promise<readonly Row[]>;

/**
 * A query that is built once for each engine and asked many times with other values: building it takes longer
 * than SQLite takes to answer.
 */
export function preparedQuery<Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values) => Compilable<Row>,
): Ask<Values, Row> {
  const placeholders = new Proxy({} as Values, { get: (_, name) => new Placeholder(String(name)) });
  const built = new Map<Engine, CompiledQuery<Row>>();
  return async (db, values) => {
    const engine = engineOf(db);
    const query = built.get(engine) ?? build(db, placeholders).compile();
    built.set(engine, query);
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    );
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

/** What a database stands in. */
export const engineOf = (db: Kysely<Tables>): Engine =>
  db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
