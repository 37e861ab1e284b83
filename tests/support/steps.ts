import { spawn } from "node:child_process";

/** One step of a gate: a command and how it ended. */
export interface StepResult {
  name: string;
  ok: boolean;
  seconds: number;
  output: string;
}

export interface Step {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
}

/** Runs a command to its end, output kept; `live` shows it as it comes. */
export function runStep(step: Step, live = false): Promise<StepResult> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      env: { ...process.env, ...step.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const end = (code: number | null) =>
      resolve({ name: step.name, ok: code === 0, seconds: (Date.now() - began) / 1000, output });
    child.on("error", (error) => {
      output += String(error);
      end(1);
    });
    child.on("close", end);
  });
}

/** Runs steps, at most `width` at once, printing one line for each and the output of those that failed. */
export async function runSteps(steps: Step[], width: number): Promise<StepResult[]> {
  const queue = [...steps];
  const results: StepResult[] = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const result = await runStep(step);
      results.push(result);
      console.log(`${result.ok ? "ok  " : "FAIL"} ${result.name} (${result.seconds.toFixed(1)} s)`);
      if (!result.ok) console.log(result.output);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
