import { useEffect, useState } from "react";

/** Browsers report as an error that they have put off measuring; nothing failed. */
const HARMLESS = /^ResizeObserver loop/;

/** The last error that nothing on this page has handled, and the way to put it away. */
export function useFailure(): {
  readonly failure: { readonly error: unknown } | undefined;
  readonly dismiss: () => void;
} {
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    const onError = ({ message, error, filename }: ErrorEvent) => {
      // Scripts of others, such as the browser's extensions, are not ours to tell of.
      const isOthers = filename !== "" && !filename.startsWith(location.origin);
      if (HARMLESS.test(message) || isOthers || (filename === "" && !error)) return;
      setFailure({ error: error ?? message });
    };
    const onRejection = ({ reason }: PromiseRejectionEvent) => setFailure({ error: reason });
    addEventListener("error", onError);
    addEventListener("unhandledrejection", onRejection);
    return () => {
      removeEventListener("error", onError);
      removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
  return { failure, dismiss: () => setFailure(undefined) };
}
