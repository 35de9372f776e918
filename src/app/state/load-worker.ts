/** Starts the worker of a load, carried inside the page so that it starts from a disk too. */
import InlinedWorker from '../../load/load.worker.ts?worker&inline';

export function createWorker(): Worker {
  return new InlinedWorker();
}
