import { isLoopback } from "./host-name.ts";

/** What service managers tell the programs that they start: systemd, supervisord, pm2, Kubernetes. */
const SERVICE_MANAGERS = [
  "INVOCATION_ID",
  "JOURNAL_STREAM",
  "SUPERVISOR_ENABLED",
  "pm_id",
  "KUBERNETES_SERVICE_HOST",
];

/**
 * Whether what is printed is read by the person who started the program, so that a sign-in link may stand there: on
 * a terminal; or, where a script passes it on, for a server that only this machine reaches and that no service
 * manager started, whose log would keep it.
 */
export function mayShowSecrets(
  host: string,
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (isTerminal) return true;
  return isLoopback(host) && SERVICE_MANAGERS.every((name) => environment[name] === undefined);
}
