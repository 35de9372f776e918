/**
 * Is this the reader inside a board pack rather than the dashboard? A constant of the build, so that a pack does not
 * carry the code of what nobody can do in it: write, load, download.
 */
export const IS_PACK: boolean = import.meta.env.MODE === 'pack';
