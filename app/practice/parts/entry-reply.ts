import { data } from "@remix-run/node";
import type { FormState } from "~/platform/form-state";
import type { EntryView } from "../operations/entry-view.server";
import type { PersonalDataHint } from "../rules/personal-data";

/** What the form of an entry is drawn from after it was not taken. */
export interface EntryReply {
  form: FormState;
  /** What in the text looks like personal data. */
  hints?: PersonalDataHint[];
  /** The entry as it is stored, when it changed meanwhile. */
  current?: EntryView;
}

/** The answer to an entry that was not taken. */
export function notTaken(reply: EntryReply, status = 422) {
  return data(reply, { status });
}
