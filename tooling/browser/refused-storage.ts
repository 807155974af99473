/** The ways in which browsers refuse a page its storage, as scripts that run before the page's own. */
export const refusals: Readonly<Record<string, string>> = {
  "throws on access": `
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }`,
  "is missing": `
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { value: undefined });
    }
    Object.defineProperty(navigator, "locks", { value: undefined });
    crypto.randomUUID = undefined;`,
  "throws when it is used": `
    Storage.prototype.getItem = Storage.prototype.setItem = Storage.prototype.removeItem = () => {
      throw new DOMException("denied", "SecurityError");
    };
    IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };`,
  "fails by an event": `
    const refused = () => {
      const request = new EventTarget();
      request.error = new DOMException("denied", "UnknownError");
      setTimeout(() => request.onerror?.(new Event("error")), 50);
      return request;
    };
    IDBFactory.prototype.open = refused;`,
  "never answers": `
    IDBFactory.prototype.open = () => ({});`,
};
