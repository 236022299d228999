/** What promptfoo would do of its own accord, taken away by its own variables. */
const silence = {
  PROMPTFOO_DISABLE_TELEMETRY: "1",
  PROMPTFOO_DISABLE_UPDATE: "1",
  PROMPTFOO_DISABLE_REMOTE_GENERATION: "1",
  PROMPTFOO_DISABLE_REDTEAM_REMOTE_GENERATION: "1",
  PROMPTFOO_DISABLE_SHARING: "1",
  PROMPTFOO_DISABLE_ERROR_LOG: "1",
  PROMPTFOO_DISABLE_DEBUG_LOG: "1",
} as const;

/** Inside of a program of ours it also says nothing, keeps no answers and hands out no variables. */
const asLibrary = {
  PROMPTFOO_CACHE_ENABLED: "false",
  PROMPTFOO_DISABLE_TEMPLATE_ENV_VARS: "1",
  PROMPTFOO_LOG_TO_STDERR: "true",
  LOG_LEVEL: "none",
} as const;

/** Where promptfoo keeps the object that reports its use. */
const telemetryKey = Symbol.for("promptfoo.telemetry.instance");

/** The process in which promptfoo is going to be loaded: `process`. */
export interface PromptfooHost {
  readonly env: Record<string, string | undefined>;
}

/**
 * {@link quietPromptfoo} for the use of its functions: no log, no cache, and templates cannot read the
 * process's variables.
 */
export function quietPromptfooLibrary(host: PromptfooHost, folder: string): void {
  Object.assign(host.env, asLibrary);
  quietPromptfoo(host, folder);
}

/**
 * Makes promptfoo keep quiet in a process; call it before promptfoo is imported. Its settings, log and
 * database go into `folder`. The variables alone are not enough: with telemetry off, promptfoo 0.123
 * still posts once that it is off (its issue 9968), unless it believes that this was done.
 */
export function quietPromptfoo(host: PromptfooHost, folder: string): void {
  Object.assign(host.env, silence, { PROMPTFOO_CONFIG_DIR: folder });
  let telemetry: unknown = Reflect.get(host, telemetryKey);
  markAsReported(telemetry);
  Object.defineProperty(host, telemetryKey, {
    configurable: true,
    get: () => telemetry,
    set: (made: unknown) => {
      markAsReported(made);
      telemetry = made;
    },
  });
}

function markAsReported(telemetry: unknown): void {
  if (typeof telemetry !== "object" || telemetry === null) return;
  Object.assign(telemetry, { telemetryDisabledRecorded: true });
}
