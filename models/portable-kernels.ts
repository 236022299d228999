import { mkdir, mkdtemp, readFile, readdir, rm, symlink } from "node:fs/promises";
import { createRequire, registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const bundle = "@node-llama-cpp/linux-x64";
const kernelFile = /^libggml-cpu-(?<name>\w+)\.so$/u;

/** Kernels of llama.cpp, from the oldest processor to the first with AVX2 and FMA (Haswell, Zen). */
const portable = new Set(["x64", "sse42", "sandybridge", "ivybridge", "piledriver", "haswell"]);

/**
 * Runs `open`, in which node-llama-cpp looks for its native library, and lets it find no newer
 * arithmetic kernels than those for AVX2. Left to itself it takes the newest that the processor has;
 * those for AVX-512 round differently, so that the same model, prompt and seed answer differently from
 * one machine to the next. Where the bundle for Linux on x64 is missing, nothing is changed.
 * Why: docs/decisions/0040-same-answers-on-every-machine.md.
 */
export async function withPortableKernels<Result>(open: () => Promise<Result>): Promise<Result> {
  const source = bundleFolder();
  if (source === undefined) return await open();
  const folder = await mkdtemp(join(tmpdir(), "amtsprobe-llama-"));
  const url = await linkBundle(source, folder);
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === bundle ? { url, shortCircuit: true } : next(specifier, context),
  });
  try {
    return await open();
  } finally {
    hooks.deregister();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Folder of the package with the native library; absent where it is not installed. */
function bundleFolder(): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(bundle)));
  } catch {
    return undefined;
  }
}

/** Links the library without the newer kernels; gives a module that stands for the package. */
async function linkBundle(source: string, folder: string): Promise<string> {
  const bins = join(source, "bins", "linux-x64");
  await mkdir(join(folder, "linux-x64"));
  for (const file of await readdir(bins)) {
    const kernels = kernelFile.exec(file)?.groups?.["name"];
    if (kernels !== undefined && !portable.has(kernels)) continue;
    await symlink(join(bins, file), join(folder, "linux-x64", file));
  }
  const about: unknown = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  const packageVersion = (about as { readonly version: string }).version;
  const found = JSON.stringify({ binsDir: folder, packageVersion });
  return `data:text/javascript,${encodeURIComponent(`export const getBinsDir = () => (${found});`)}`;
}
