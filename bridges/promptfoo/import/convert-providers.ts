import { convertProvider, type ImportedModel, type WrittenProvider } from "./convert-provider.ts";
import { isScriptReference, loadReference } from "./load-references.ts";
import { isGroup, type Group } from "./raw-config.ts";
import type { ReadPrompt } from "./written-prompt.ts";
import type { ImportSession } from "./session.ts";

interface ProviderPlace {
  readonly holder: object;
  readonly key?: string | number | undefined;
}

/** Reads `providers` (or `targets`) and tells the session of them; they are converted after the tests. */
export function readProviders(session: ImportSession, config: Group): WrittenProvider[] {
  const key = config["providers"] === undefined ? "targets" : "providers";
  const written = readList(session, config[key], { holder: config, key });
  if (written.length === 0) session.refuse(config, key, "es fehlt ein Modell (providers)");
  session.providers = written.map(({ id, settings: { label } }) => ({
    id,
    ...(typeof label === "string" && { label }),
  }));
  session.labels.providers = session.providers.map(({ id, label }) => label ?? id);
  return written;
}

/** What shapes the calls beside the providers themselves. */
interface Calls {
  readonly prompts: readonly ReadPrompt[];
  /** Options that all tests hand to every call. */
  readonly options: Group;
}

/**
 * Turns providers into the models of `amtsprobe.yaml`; ids that repeat get a number. A prompt with settings
 * of its own makes a model of its own, which answers only that prompt.
 */
export function convertProviders(
  session: ImportSession,
  written: readonly WrittenProvider[],
  { prompts, options }: Calls,
): ImportedModel[] {
  const taken = new Map<string, number>();
  return written.flatMap((provider) => {
    const own = promptsOf(session, provider, prompts);
    const bySettings = Map.groupBy(own, (at) => JSON.stringify(settingsOf(prompts[at])));
    return [...bySettings].flatMap(([settings, places]) => {
      const config = { ...(JSON.parse(settings) as Group), ...options };
      const model = convertProvider(session, withConfig(session, provider, config));
      if (model === undefined) return [];
      const isAll = places.length === prompts.length;
      return [{ ...withOwnId(model, taken), ...(!isAll && { prompts: places }) }];
    });
  });
}

function settingsOf(prompt: ReadPrompt | undefined): Group {
  return prompt?.program === undefined && isGroup(prompt?.config) ? prompt.config : {};
}

/** promptfoo lays the settings of a prompt and of the tests over those of the provider. */
function withConfig(
  session: ImportSession,
  provider: WrittenProvider,
  config: Group,
): WrittenProvider {
  if (Object.keys(config).length === 0) return provider;
  const { settings, holder } = provider;
  const own = isGroup(settings["config"]) ? settings["config"] : {};
  const merged = session.places.derive({ ...own, ...config }, isGroup(holder) ? own : holder);
  return { ...provider, settings: { ...settings, config: merged } };
}

function readList(session: ImportSession, value: unknown, place: ProviderPlace): WrittenProvider[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, key) => readList(session, entry, { holder: value, key }));
  }
  if (typeof value === "string") return readNamed(session, value, place);
  if (!isGroup(value)) {
    session.refuse(place.holder, place.key, "ein Modell ist ein Text oder eine Gruppe mit id");
    return [];
  }
  if (typeof value["id"] === "string") {
    return [{ id: value["id"], settings: value, holder: value, key: "id" }];
  }
  const [first] = Object.entries(value);
  const [id, settings] = first ?? ["", undefined];
  if (!isGroup(settings) || id === "") {
    session.refuse(place.holder, place.key, "einem Modell fehlt id");
    return [];
  }
  const named = typeof settings["id"] === "string" ? settings["id"] : id;
  return [{ id: named, settings, holder: settings, key: undefined }];
}

function readNamed(session: ImportSession, name: string, place: ProviderPlace): WrittenProvider[] {
  if (!name.startsWith("file://") || isScriptReference(name)) {
    return [{ id: name, settings: {}, holder: place.holder, key: place.key }];
  }
  const content = session.attempt(place.holder, place.key, () => loadReference(session, name));
  return content === undefined ? [] : readList(session, content, place);
}

/** Which prompts a provider answers, by their places. */
function promptsOf(
  session: ImportSession,
  { settings, holder }: WrittenProvider,
  prompts: readonly ReadPrompt[],
): number[] {
  const all = prompts.map((_prompt, at) => at);
  const allowed = settings["prompts"];
  if (!Array.isArray(allowed)) return all;
  const isAllowed = ({ label }: ReadPrompt) =>
    allowed.some((name) => label === name || label.startsWith(`${String(name)}:`));
  const own = all.filter((at) => prompts[at] !== undefined && isAllowed(prompts[at]));
  if (own.length === 0) session.refuse(holder, "prompts", "keinen dieser Prompts gibt es");
  return own;
}

function withOwnId(model: ImportedModel, taken: Map<string, number>): ImportedModel {
  const count = (taken.get(model.id) ?? 0) + 1;
  taken.set(model.id, count);
  if (count === 1) return model;
  const name = model.id.slice(model.id.indexOf(":") + 1);
  return { ...model, id: `${model.id}#${count}`, model: model.model ?? name };
}
