/** npm run --silent ecm -- …: the dashboard's core without a browser. Prints nothing of its own on stdout. */
import { ensurePackages, ROOT } from './setup.mjs';

ensurePackages();
const { register } = await import('tsx/esm/api');
register();

// npm runs scripts in the project's folder and notes where the person was: their paths are relative to that.
const { INIT_CWD, npm_lifecycle_event: script } = process.env;
if (script === 'ecm' && INIT_CWD && `${process.cwd()}/` === ROOT) process.chdir(INIT_CWD);

await import('../src/cli/ecm.ts');
