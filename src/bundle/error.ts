/** A bundle that cannot be read; the message says what is wrong with it in words for people. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}
