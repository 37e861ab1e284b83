import { czechSpaces } from "../rules/learning/czech-spaces";
import type { ContentNode } from "./read-structure";

/** Kept as they are: a heading is also an anchor and a name of a link, code means what it says. */
const untouched = /^(?:h[1-6]|code|pre|svg)$/;

/** A rehype plugin that keeps together what Czech does not break across lines. */
export function joinWords() {
  return (tree: ContentNode) => join(tree);
}

function join(node: ContentNode): void {
  if (node.tagName && untouched.test(node.tagName)) return;
  if (node.type === "text" && typeof node.value === "string") node.value = czechSpaces(node.value);
  node.children?.forEach(join);
}
