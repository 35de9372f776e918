import { describe, expect, it } from 'vitest';
import { findOverview } from '../../src/app/first-sight.ts';

const OVERVIEWS = { folder: 'assets/overviews-a1/', codes: 'E06000015 E09000002' };

describe('the overview that is shown before the dashboard has started', () => {
  it('is that of the authority in the address', () => {
    expect(findOverview('#/E09000002', OVERVIEWS)).toBe('E09000002');
  });

  it('is of nobody whom the build did not make one of', () => {
    expect(findOverview('#/E06000016', OVERVIEWS)).toBeUndefined();
    expect(findOverview('#/E0600001', OVERVIEWS)).toBeUndefined();
  });

  it('stands for no other page, and for none that is asked for in another way', () => {
    for (const hash of ['', '#/', '#/E06000015/stay-safe', '#/E06000015?average=median', '#/../E06000015'])
      expect(findOverview(hash, OVERVIEWS)).toBeUndefined();
  });
});
