import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { OfficePackage, ROOT } from '../../src/export/office/package.ts';
import { divideSteps, takeSteps } from '../../src/export/steps.ts';

describe('work in steps', () => {
  it('that is divided goes from nothing to the whole, each part by its share', async () => {
    const told: number[] = [];
    const [first, second] = divideSteps({ onProgress: (done, of) => told.push(done / of) }, [3, 1]);
    await takeSteps(['a', 'b'], first, () => undefined);
    await takeSteps(['c', 'd'], second, () => undefined);
    expect(told).toEqual([3 / 8, 6 / 8, 7 / 8, 1]);
  });

  it('stops in any of its parts', async () => {
    const controller = new AbortController();
    const [, second] = divideSteps({ signal: controller.signal }, [1, 1]);
    const done: string[] = [];
    const work = takeSteps(['a', 'b', 'c'], second, (item) => {
      done.push(item);
      if (item === 'b') controller.abort();
    });
    await expect(work).rejects.toThrow(/abort/i);
    expect(done).toEqual(['a', 'b']);
  });
});

describe('an Office file that is packed in steps', () => {
  const file = new OfficePackage();
  file.relate(ROOT, 'officeDocument', 'ppt/presentation.xml');
  file.add('ppt/presentation.xml', 'text/xml', `<p>${'long '.repeat(60_000)}</p>`);
  file.add('ppt/media/picture.png', 'image/png', new Uint8Array(300_000).fill(7));
  file.add('ppt/slides/slide1.xml', 'text/xml', '<slide/>');

  it('holds what it holds when it is packed at once, in the same order', async () => {
    const inSteps = Object.entries(unzipSync(await file.toBytesInSteps({})));
    expect(inSteps).toEqual(Object.entries(unzipSync(file.toBytes())));
    expect(inSteps.map(([path]) => path)[0]).toBe('[Content_Types].xml');
  });

  it('lets go between portions, and stops there', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const work = file.toBytesInSteps({
      signal: controller.signal,
      onProgress: (done, of) => {
        told.push(of);
        if (done === 2) controller.abort();
      },
    });
    await expect(work).rejects.toThrow(/abort/i);
    expect(told).toEqual([3, 3]);
  });
});
