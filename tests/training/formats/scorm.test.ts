import { unzipSync, strFromU8 } from "fflate";
import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { renderManifest, renderScorm } from "../../../training/formats/scorm.ts";
import { sampleExercises } from "../../helpers/sample-exercises.ts";

const zip = renderScorm(sampleExercises(), { title: "Übungen <1> & mehr", style: "" });
const names = {
  cp: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
  adlcp: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
};

function manifest<Value>(xml: string, read: (document: XmlDocument) => Value): Value {
  using document = XmlDocument.fromString(xml);
  return read(document);
}

describe("SCORM package", () => {
  test("has the manifest at its root and every file that it names", () => {
    const files = unzipSync(zip);
    const listed = manifest(strFromU8(files["imsmanifest.xml"] ?? new Uint8Array()), (document) =>
      document
        .find("//cp:file", names)
        .map((node) => (node as XmlElement).attr("href")?.value ?? ""),
    );
    expect(Object.keys(files).toSorted()).toEqual(["imsmanifest.xml", ...listed].toSorted());
  });

  test("the manifest says SCORM 1.2 and names one SCO that exists", () => {
    manifest(renderManifest("Übungen <1> & mehr"), (document) => {
      const text = (path: string): string =>
        (document.get(path, names) as XmlElement | null)?.content ?? "";
      expect(text("/cp:manifest/cp:metadata/cp:schema")).toBe("ADL SCORM");
      expect(text("/cp:manifest/cp:metadata/cp:schemaversion")).toBe("1.2");
      expect(text("//cp:organization/cp:title")).toBe("Übungen <1> & mehr");
      const resource = document.get("//cp:resource", names) as XmlElement;
      expect(
        resource.attr("scormtype", "adlcp") ?? resource.find("@adlcp:scormtype", names)[0],
      ).toBeDefined();
      const [item] = document.find("//cp:item/@identifierref", names);
      expect((item as unknown as { value: string }).value).toBe(resource.attr("identifier")?.value);
    });
  });

  test("texts cannot end the script that carries them", () => {
    const script = strFromU8(unzipSync(zip)["uebungen.js"] ?? new Uint8Array());
    expect(script).not.toContain("<");
    expect(script).toContain(String.raw`\u003cscript>`);
  });

  test("the same exercises give the same bytes", () => {
    const again = renderScorm(sampleExercises(), { title: "Übungen <1> & mehr", style: "" });
    expect(Buffer.compare(zip, again)).toBe(0);
  });
});
