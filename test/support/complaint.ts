import { expect } from "vitest";
import { parseConfig } from "../../src/config.ts";
import { DocentError, explain } from "../../src/errors.ts";

/** The whole message an operator sees, or "" where the environment is fine. */
export async function complaint(env: Record<string, string>): Promise<string> {
  try {
    await parseConfig(env);
    return "";
  } catch (error) {
    expect(error).toBeInstanceOf(DocentError);
    expect((error as DocentError).code).toBe("config-invalid");
    return explain(error);
  }
}
