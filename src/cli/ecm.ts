/** `ecm COMMAND …`: the dashboard's core without a browser, for pipelines and for checks. */
import { runCompare } from './compare.ts';
import { runPack } from './pack.ts';
import { runPublish } from './publish.ts';
import { runRead } from './read.ts';
import { runTable } from './table.ts';

interface Command {
  readonly usage: string;
  readonly does: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'read',
    { usage: 'read FILE… [--json [--cells]]', does: 'what the dashboard makes of files', run: (args) => runRead(args) },
  ],
  [
    'table',
    { usage: 'table FILE', does: 'the table that stands in a file, as clean CSV', run: (args) => runTable(args) },
  ],
  [
    'compare',
    {
      usage: 'compare FILE… --area CODE [--json] [--only-files]',
      does: 'every comparison of one authority',
      run: (args) => runCompare(args),
    },
  ],
  [
    'pack',
    {
      usage: 'pack FILE… --area CODE --out board.html [--title WORDS] [--by NAME] [--indicators ID,ID…]',
      does: 'a board pack: the figures of one authority with their reader, as one page',
      run: (args) => runPack(args),
    },
  ],
  [
    'publish',
    {
      usage: 'publish FOLDER',
      does: 'the index of a folder data/ beside a deployed site, whose files every visitor is then offered',
      run: (args) => runPublish(args),
    },
  ],
]);

function describeUsage(): string {
  const lines = [...COMMANDS.values()].map(({ usage, does }) => `  ecm ${usage}\n      ${does}\n`);
  return `usage:\n${lines.join('')}Exit status: 0 where all went well, 1 where a file could not be used, 2 for wrong usage.\n`;
}

// A reader that has seen enough (`ecm table FILE | head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS.get(name);
if (command) process.exitCode = await command.run(args);
else {
  const isAsked = name === '--help' || name === 'help';
  (isAsked ? process.stdout : process.stderr).write(describeUsage());
  process.exitCode = isAsked ? 0 : 2;
}
