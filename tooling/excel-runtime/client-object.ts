/** An error as Excel reports it, with its code. */
export class ExcelError extends Error {
  readonly code: string;
  constructor(code: string, message = code) {
    super(message);
    this.code = code;
  }
}

export type Listener = (event: unknown) => Promise<unknown>;

/** Another object that is reached from one; null is the null object of an `…OrNullObject` method. */
interface Reached<Model> {
  kind(): Kind<never>;
  find(model: Model, ...given: never[]): unknown;
}

/** What one kind of client object can be asked, over the model that it stands for. */
export interface Kind<Model> {
  readonly name: string;
  /** Loadable values; those with `set` can be assigned. */
  readonly scalars?: Readonly<
    Record<string, { get(model: Model): unknown; set?(model: Model, value: never): void }>
  >;
  /** Objects that are reached by a property. */
  readonly objects?: Readonly<Record<string, Reached<Model>>>;
  /** Objects that are reached by a method. */
  readonly getters?: Readonly<Record<string, Reached<Model>>>;
  /** Methods that do something and give nothing. */
  readonly actions?: Readonly<Record<string, (model: Model, ...given: never[]) => void>>;
  /** Methods whose value is there after the sync. */
  readonly results?: Readonly<Record<string, (model: Model, ...given: never[]) => unknown>>;
  /** Events, by the set of listeners that the model keeps. */
  readonly events?: Readonly<Record<string, (model: Model) => Set<Listener>>>;
  /** What `items` holds where the kind is a collection. */
  readonly items?: { kind(): Kind<never>; find(model: Model): readonly unknown[] };
}

/** The queue of one `Excel.run`: what is asked happens at `sync`, in order. */
export class RequestContext {
  readonly #queue: (() => void)[] = [];
  readonly #checkSize: (characters: number) => void;
  #size = 0;
  readonly workbook: unknown;
  readonly runtime: unknown;

  constructor(
    workbook: readonly [Kind<never>, unknown],
    runtime: readonly [Kind<never>, unknown],
    checkSize: (characters: number) => void,
  ) {
    this.#checkSize = checkSize;
    this.workbook = clientObject(this, workbook[0], { model: workbook[1] });
    this.runtime = clientObject(this, runtime[0], { model: runtime[1] });
  }

  enqueue(action: () => void, sent: unknown = null): void {
    this.#queue.push(action);
    this.#size += JSON.stringify(sent)?.length ?? 0;
  }

  /** Does what is queued; what an error leaves undone is dropped. */
  async sync(): Promise<void> {
    const actions = this.#queue.splice(0);
    const size = this.#size;
    this.#size = 0;
    await Promise.resolve();
    this.#checkSize(size);
    for (const action of actions) action();
  }
}

/** How a client object is told to load within a sync, and its model for when it is handed over. */
const inner = new WeakMap<object, { load(path: string): void; model(): unknown }>();

/**
 * A client object as Office.js gives them: what is asked of it is queued, and a property can be read only
 * after it was loaded and synced. Its model is there at once or is found when the queue comes to it.
 */
function clientObject(
  context: RequestContext,
  anyKind: Kind<never>,
  from: { readonly model: unknown } | { readonly find: () => unknown },
): object {
  const kind = anyKind as Kind<unknown>;
  const loaded = new Map<string, unknown>();
  const reached = new Map<string, object>();
  let items: readonly object[] | undefined;
  let found = "model" in from ? from : undefined;
  if ("find" in from) {
    context.enqueue(() => {
      found = { model: from.find() ?? null };
    });
  }

  const present = (): unknown => {
    const model = found?.model ?? null;
    if (model === null) throw new ExcelError("ItemNotFound", `The requested ${kind.name} doesn't exist.`);
    return model;
  };
  const child = (of: Reached<unknown>, given: readonly unknown[]) =>
    clientObject(context, of.kind(), {
      find: () => of.find(present(), ...(given.map(handedOver) as never[])),
    });
  const notLoaded = (name: string) =>
    new ExcelError("PropertyNotLoaded", `${kind.name}.${name} was read before it was loaded and synced.`);

  const load = (path: string): void => {
    if (found?.model === null) return;
    const [name = "", ...rest] = path.split("/");
    if (name === "items" && kind.items) {
      const { kind: kindOfItem, find } = kind.items;
      items ??= find(present()).map((model) => clientObject(context, kindOfItem(), { model }));
      for (const item of items) inner.get(item)?.load(rest.join("/"));
      return;
    }
    const scalar = kind.scalars?.[name];
    if (!scalar || rest.length > 0) throw new ExcelError("InvalidArgument", `${kind.name} has no ${path}.`);
    loaded.set(name, structuredClone(scalar.get(present())));
  };

  const read = (name: string): unknown => {
    if (name === "then") return undefined;
    if (name === "context") return context;
    if (name === "isNullObject") {
      if (!found) throw notLoaded(name);
      return found.model === null;
    }
    if (name === "load") {
      return (paths: string) => {
        for (const path of paths.split(",")) context.enqueue(() => load(path.trim()));
        return proxy;
      };
    }
    if (name === "items" && kind.items) {
      if (!items) throw notLoaded(name);
      return items;
    }
    if (kind.scalars?.[name]) {
      if (!loaded.has(name)) throw notLoaded(name);
      return structuredClone(loaded.get(name));
    }
    const object = kind.objects?.[name];
    if (object) {
      const known = reached.get(name) ?? child(object, []);
      reached.set(name, known);
      return known;
    }
    const getter = kind.getters?.[name];
    if (getter) return (...given: unknown[]) => child(getter, given);
    const action = kind.actions?.[name];
    if (action) {
      return (...given: unknown[]) =>
        context.enqueue(() => action(present(), ...(given.map(handedOver) as never[])), given.map(sent));
    }
    const result = kind.results?.[name];
    if (result)
      return (...given: unknown[]) =>
        laterValue(context, name, () => result(present(), ...(given as never[])));
    const event = kind.events?.[name];
    if (event)
      return { add: (listener: Listener) => eventHandler(context, () => event(present()), listener) };
    throw new TypeError(`The stand-in knows no ${kind.name}.${name}.`);
  };

  const proxy: object = new Proxy(
    {},
    {
      get: (_, name) => (typeof name === "string" ? read(name) : undefined),
      set(_, name, value: unknown) {
        const set = kind.scalars?.[String(name)]?.set;
        if (!set) throw new TypeError(`The stand-in cannot assign ${kind.name}.${String(name)}.`);
        const copy: unknown = JSON.parse(JSON.stringify(value));
        context.enqueue(() => set(present(), copy as never), copy);
        return true;
      },
    },
  );
  inner.set(proxy, { load, model: () => found?.model ?? null });
  return proxy;
}

const innerOf = (given: unknown) =>
  typeof given === "object" && given !== null ? inner.get(given) : undefined;

/** An argument as the model gets it: a client object becomes its model. */
const handedOver = (given: unknown) => innerOf(given)?.model() ?? given;

/** An argument as it weighs in the request. */
const sent = (given: unknown) => (innerOf(given) ? null : given);

function laterValue(context: RequestContext, name: string, compute: () => unknown) {
  let answer: { readonly value: unknown } | undefined;
  context.enqueue(() => {
    answer = { value: compute() };
  });
  return {
    get value() {
      if (!answer) throw new ExcelError("ValueNotLoaded", `${name} was read before it was synced.`);
      return answer.value;
    },
  };
}

function eventHandler(context: RequestContext, find: () => Set<Listener>, listener: Listener) {
  let listeners: Set<Listener> | undefined;
  context.enqueue(() => {
    listeners = find();
    listeners.add(listener);
  });
  return { context, remove: () => context.enqueue(() => listeners?.delete(listener)) };
}
