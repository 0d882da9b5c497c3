// What every error of the package is.

/** An error of using obmen. What is wrong with a record is never an error: it stands in a report. */
export class ObmenError extends Error {
  override name = "ObmenError";
  /** What it is, for programs; stable. */
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
