/** A reason why the portal cannot start, said in one line to the person who started it. */
export class StartError extends Error {
  override name = "StartError";
}
