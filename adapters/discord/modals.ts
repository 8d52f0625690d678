import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
} from "discord.js";
import { labelText } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";

export type Modal = APIModalInteractionResponseCallbackData;

/** The one input of every modal of ours. */
export const INPUT = "text";

interface Wording {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly required: boolean;
}

/** One field for several lines; what is typed comes back under the modal's id. */
export function modal(customId: string, { title, label, placeholder, required }: Wording): Modal {
  return {
    custom_id: customId,
    title: labelText(title, LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: labelText(label, LIMITS.modalTitle),
        component: {
          type: ComponentType.TextInput,
          custom_id: INPUT,
          style: TextInputStyle.Paragraph,
          placeholder,
          required,
          max_length: LIMITS.modalText,
        },
      },
    ],
  };
}

export const ASK: Wording = {
  title: "Ask Docent",
  label: "Your question",
  placeholder: "What do you want to know?",
  required: true,
};

export const MISSING: Wording = {
  title: "What was wrong?",
  label: "What was missing or wrong?",
  placeholder: "One line is enough; it goes to who keeps the pages.",
  required: true,
};

export const RESOLUTION: Wording = {
  title: "Mark as resolved",
  label: "The answer, if you want to pass it on",
  placeholder: "It is sent to who asked, and becomes a draft for the pages.",
  required: false,
};
