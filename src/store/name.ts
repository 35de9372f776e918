/** The name of the browser's database; apart, so that the page can say it without carrying Dexie. */
export const STORE_NAME = 'every-child-matters';
