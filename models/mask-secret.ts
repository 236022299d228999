/** Makes a text free of a secret, whatever form it takes there. */
export function maskSecret(text: string, secret: string | undefined): string {
  if (secret === undefined || secret === "") return text;
  const forms = new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...forms].reduce((masked, form) => masked.replaceAll(form, "•••"), text);
}
