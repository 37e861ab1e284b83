import { afterEach, beforeEach, expect, vi } from "vitest";

/** A logged error is a failure, even when the test's own expectations hold. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.mocked(console.error).mockRestore();
  expect(calls, "console.error was called").toEqual([]);
});
