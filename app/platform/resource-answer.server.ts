import type { ActionFunctionArgs } from "@remix-run/node";

interface AnswerWithStatus {
  type: "DataWithResponseInit";
  data: { form?: { errors?: unknown } };
  init: ResponseInit | null;
}

type Handler<Access> = ((args: ActionFunctionArgs) => Promise<unknown>) & { access: Access };

/**
 * For routes without a page, which pages ask by themselves: a refusal is sent as JSON under its status. Remix
 * would send it as 200. What was sent is not sent back: whoever asked still has it.
 */
export function resourceAction<Access>(handler: Handler<Access>): Handler<Access> {
  const answer = async (args: ActionFunctionArgs) => {
    const result = await handler(args);
    if (!hasStatus(result)) return result;
    return Response.json({ errors: result.data.form?.errors ?? {} }, result.init ?? undefined);
  };
  return Object.assign(answer, { access: handler.access });
}

function hasStatus(result: unknown): result is AnswerWithStatus {
  return (
    typeof result === "object" &&
    result !== null &&
    "type" in result &&
    result.type === "DataWithResponseInit" &&
    "data" in result &&
    typeof result.data === "object"
  );
}
