import type { HtmlEscapedString } from "hono/utils/html";

/** HTML in which everything that came from outside is escaped: only `html` templates make it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
