import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { joinWords } from "./join-words";
import { mdxComponents } from "./mdx-components";
import { emptyStructure, readStructure } from "./read-structure";
import type { PreparedText } from "./types";

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes finished HTML of an MDX text. One at a time: esbuild in parallel takes more memory than it saves
 * time.
 * @throws Error when the text is not MDX; its message names the line
 */
export function compileText(body: string): Promise<PreparedText> {
  const compiling = queue.then(() => compile(body));
  queue = compiling.catch(() => undefined);
  return compiling;
}

async function compile(body: string): Promise<PreparedText> {
  // Loaded only when something has to be compiled: a portal that was built has its texts ready.
  const [{ bundleMDX }, { getMDXComponent }] = await Promise.all([
    import("mdx-bundler"),
    import("mdx-bundler/client"),
  ]);
  const structure = emptyStructure();
  const { code } = await bundleMDX({
    source: body,
    // The front matter was read before; its plugins would put an export into every text.
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [],
      rehypePlugins: [readStructure(structure), joinWords],
    }),
  });
  // A text with mistakes is not shown, and some of them cannot be drawn at all.
  if (structure.problems.length > 0) return { ...structure, html: "" };
  const Text = getMDXComponent(code);
  return { ...structure, html: renderToStaticMarkup(createElement(Text, { components: mdxComponents })) };
}

/** Ends the compiler's own process; the next text starts it again. */
export async function endCompiler(): Promise<void> {
  await queue;
  const { stop } = await import("esbuild");
  await stop();
}
