/** Reads and stores a load off the page's thread. Ended from outside, at any moment, it leaves no trace. */
import { ChosenFile } from './chosen-file.ts';
import { Desk } from './desk.ts';
import { toLoadProblem } from './failure.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { readSentFigures } from './messages.ts';

let desk: Desk | undefined;

function tell(message: FromWorker): void {
  self.postMessage(message);
}

async function answer(request: ToWorker): Promise<FromWorker | undefined> {
  switch (request.kind) {
    case 'read':
      desk = new Desk({
        files: request.files.map((file) => new ChosenFile(file)),
        bundled: readSentFigures(request.bundled),
        ...(request.home ? { home: request.home } : {}),
        storeName: request.storeName,
        isOrdered: request.isOrdered,
        onProgress: (progress) => {
          tell({ kind: 'progress', progress });
        },
      });
      return { kind: 'preview', preview: await desk.read() };
    case 'map':
      return desk && { kind: 'preview', preview: await desk.read(request.said) };
    case 'choose':
      return desk && { kind: 'chosen', preview: await desk.choose(request.chosen) };
    case 'store':
      return desk && { kind: 'committed', outcome: await desk.store(request.placements, request.chosen) };
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  answer(event.data).then(
    (message) => {
      if (message) tell(message);
    },
    (error: unknown) => {
      tell({ kind: 'failed', problem: toLoadProblem(error instanceof Error ? error.message : String(error)) });
    },
  );
};
