/** Starts the worker of a load, carried inside the page so that it starts from a disk too. */
import InlinedWorker from '../../load/load.worker.ts?worker&inline';

let prepared: Worker | undefined;

/** Starts a worker ahead of the files that it shall read: who has chosen them should not wait for it. */
export function prepareWorker(): void {
  if (prepared) return;
  const worker = new InlinedWorker();
  // One that fails before anybody listens would leave its load waiting: the next one says why.
  worker.onerror = (event) => {
    event.preventDefault();
    if (prepared === worker) prepared = undefined;
  };
  prepared = worker;
}

export function createWorker(): Worker {
  const worker = prepared ?? new InlinedWorker();
  prepared = undefined;
  return worker;
}
