import { constants } from "node:fs";

/** Flag of `open` that refuses a symbolic link in the place of the file; Windows has none. */
export const noFollow = process.platform === "win32" ? 0 : constants.O_NOFOLLOW;
