import fc from "fast-check";

/** The part of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Values that a schema allows, and, one time in ten at each place, ones that it does not. */
export function schemaValues(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: allowedValues(schema) },
    { weight: 1, arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText) },
  );
}

function allowedValues(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object": {
      const properties = Object.entries(schema.properties ?? {});
      return fc
        .tuple(
          ...properties.map(([name, each]) =>
            schema.required?.includes(name)
              ? schemaValues(each)
              : fc.option(schemaValues(each), { nil: undefined }),
          ),
        )
        .map((values) => Object.fromEntries(properties.map(([name], index) => [name, values[index]])));
    }
    case "array":
      return fc.array(schemaValues(schema.items ?? {}), { maxLength: 5 });
    case "string":
      return schema.pattern
        ? fc.stringMatching(new RegExp(schema.pattern))
        : fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 20, 30) });
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case "number":
      return fc.double();
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

/** What breaks programs: characters that are none, names that objects have, numbers that are too large. */
export const hostileText = fc.constantFrom(
  "\u0000",
  "\ud800",
  "\ufeff",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "' or 1=1 --",
  "999999999999999",
  "9".repeat(400),
  "NaN",
  "%00",
  "💥".repeat(100),
  "=1+1",
);
