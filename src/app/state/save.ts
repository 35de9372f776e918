/** Hands a file to the reader, who finds it among their downloads. */

/** Browsers read the address a little after the click. */
const KEPT_FOR = 60_000;

/** @returns what to say */
export function save(blob: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEPT_FOR);
  return `Saved as ${name}`;
}

/** What to say of work that failed. */
export function describeFailure(error: unknown): string {
  return error instanceof Error ? error.message : 'That did not work, and the browser does not say why.';
}
