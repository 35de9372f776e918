import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Started {
  onerror?: (event: { preventDefault: () => void }) => void;
}

const started = vi.hoisted((): Started[] => []);

vi.mock('../../src/load/load.worker.ts?worker&inline', () => ({
  default: function Started() {
    const worker: Started = {};
    started.push(worker);
    return worker;
  },
}));

describe('the worker of a load', () => {
  beforeEach(() => {
    vi.resetModules();
    started.length = 0;
  });

  it('is the one that was started ahead, once, and another for the next load', async () => {
    const { createWorker, prepareWorker } = await import('../../src/app/state/load-worker.ts');
    prepareWorker();
    prepareWorker();
    expect(started).toHaveLength(1);
    expect(createWorker()).toBe(started[0]);
    expect(createWorker()).toBe(started[1]);
    expect(started).toHaveLength(2);
  });

  it('is not one that failed while nobody listened', async () => {
    const { createWorker, prepareWorker } = await import('../../src/app/state/load-worker.ts');
    prepareWorker();
    const preventDefault = vi.fn();
    started[0]?.onerror?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(createWorker()).toBe(started[1]);
  });

  it('that is at work fails without harm to the one started ahead for the next', async () => {
    const { createWorker, prepareWorker } = await import('../../src/app/state/load-worker.ts');
    prepareWorker();
    createWorker();
    prepareWorker();
    started[0]?.onerror?.({ preventDefault: () => undefined });
    expect(createWorker()).toBe(started[1]);
  });
});
