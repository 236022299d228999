const labels: Readonly<Record<string, string>> = {
  none: "keiner",
  trained: "nach Schulung",
  untrained: "ohne Schulung",
  "untrained-kurz": "ohne Schulung, kurz",
  "untrained-kopie": "ohne Schulung, nur kopiert",
  "untrained-vage": "ohne Schulung, vage",
};

/** How participants read a prompt variant; an agency's own variant keeps its name. */
export function variantLabel(variant: string): string {
  return Object.hasOwn(labels, variant) ? (labels[variant] ?? variant) : `„${variant}“`;
}
