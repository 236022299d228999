/** A text between tags: as it is, or in CDATA where escaping would change it; `]]>` is split. */
export function xmlText(text: string): string {
  if (!/[&<>]/u.test(text)) return text;
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
