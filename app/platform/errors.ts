/**
 * Every way a request can be refused, with its HTTP status. The text is the catalogue's
 * `errors:<code>`. Anything else that is thrown is a bug and becomes a 500.
 */
export const errorStatus = {
  badRequest: 400,
  notSignedIn: 401,
  wrongCredentials: 401,
  forbidden: 403,
  crossOrigin: 403,
  notFound: 404,
  methodNotAllowed: 405,
  stale: 409,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  invalid: 422,
  tooManyRequests: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export interface ErrorDetails {
  /** Form field the refusal belongs to. */
  field?: string;
  /** Catalogue key with the precise reason, for example `practice:refusal.overlap`. */
  reason?: string;
  /** Values for the text of the reason. */
  values?: Record<string, string | number>;
}

/** A refusal with a known reason. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly reason: string;
  readonly values: Record<string, string | number>;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.reason ?? code);
    this.code = code;
    this.field = details.field;
    this.reason = details.reason ?? `errors:${code}`;
    this.values = details.values ?? {};
  }

  /** HTTP status of the refusal. */
  get status(): number {
    return errorStatus[this.code];
  }
}
