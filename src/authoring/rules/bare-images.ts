import type { Rule } from "../draft.ts";
import { inlinesIn } from "../inlines-in.ts";

/** Images without a text: in a chat the text is all there is of them. */
export const bareImages: Rule = ({ pages }) =>
  pages.flatMap(({ path, passages }) =>
    passages.flatMap(({ passage }) =>
      [...inlinesIn(passage.body)].flatMap(({ inline, line }) =>
        inline.kind === "image" && inline.alt.trim() === ""
          ? {
              page: path,
              line,
              severity: "warning" as const,
              code: "bare-image",
              message: "The image has no text, so nothing of it is shown in a chat",
              remedy: "Write what it shows between the brackets: `![The login form](login.png)`.",
            }
          : [],
      ),
    ),
  );
