/** Work that takes a while: how far it is, how to stop it, and what came of it. */
import type { StepOptions } from '../../export/steps.ts';
import { describeFailure } from './save.ts';

export class LongWork {
  private controller: AbortController | undefined;
  /** What is being done, "Making the slides"; undefined while nothing is. */
  name = $state<string>();
  /** Between 0 and 1; undefined for as long as nobody can tell. */
  share = $state<number>();
  /** What came of the last work. */
  said = $state('');

  /** @param work does it, and says what was done */
  async run(name: string, work: (steps: Required<StepOptions>) => Promise<string>): Promise<void> {
    const controller = new AbortController();
    this.controller = controller;
    this.name = name;
    this.share = undefined;
    this.said = '';
    try {
      this.said = await work({
        signal: controller.signal,
        onProgress: (done, of) => {
          this.share = done / of;
        },
      });
    } catch (error) {
      this.said = controller.signal.aborted ? 'Cancelled; nothing was saved.' : describeFailure(error);
    } finally {
      this.name = undefined;
    }
  }

  cancel(): void {
    this.controller?.abort();
  }
}
