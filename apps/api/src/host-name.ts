const LONGEST_HOST = 255;

/** The name in a Host header or an authority, without port, brackets and final dot; undefined where it is none. */
export function hostName(host: string): string | undefined {
  if (host.length > LONGEST_HOST) return undefined;
  const found = /^(?:\[([0-9a-f:.]+)\]|([\p{L}\p{N}._-]+))(?::\d{1,5})?$/u.exec(host.trim().toLowerCase());
  return (found?.[1] ?? found?.[2])?.replace(/\.$/, "");
}

/** Whether a name means this machine wherever it is asked for. */
export const isLoopback = (name: string): boolean =>
  name === "::1" || /^(?:[\w-]+\.)*localhost$/.test(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
