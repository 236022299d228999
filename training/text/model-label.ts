/** „Modell A“ for the first model of the report, „Modell AA“ for the 27th. */
export function modelLabel(model: string, order: readonly string[]): string {
  const place = order.indexOf(model);
  return place === -1 ? "Ein Modell" : `Modell ${letters(place + 1)}`;
}

function letters(number: number): string {
  if (number < 1) return "";
  const rest = (number - 1) % 26;
  return letters((number - 1 - rest) / 26) + String.fromCodePoint(65 + rest);
}

/** Products by which a model may name itself. */
const products =
  /\b(?:Chat-?GPT|GPT-?[0-9][\w.]*|Gemini|Gemma|Claude|LLaMA|Llama|Mistral|Mixtral|Qwen|DeepSeek|SmolLM|Teuken|Phi-?[0-9])[\w.-]*/giu;

/**
 * Takes the names of models out of an answer. A name that also stands in `known` (the texts of the case)
 * stays: „Frau Claude Weber“ is a person.
 */
export function withoutModelNames(text: string, known: string): string {
  const familiar = known.toLowerCase();
  return text.replaceAll(products, (name) =>
    familiar.includes(name.toLowerCase()) ? name : "[Modell]",
  );
}
