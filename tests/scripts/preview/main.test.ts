import { expect, test } from "vitest";
import { main } from "../../../scripts/preview/main.ts";
import { userErrorOf } from "../../helpers/user-error.ts";

test("says so when the chosen input exists in no case", async () => {
  const error = await userErrorOf(() => main(["buergerfragen", "--input", "pseudonymised"]));
  expect(error).toMatchObject({ code: "nothing-to-show", exitCode: 2 });
});
