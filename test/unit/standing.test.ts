import { describe, expect, it } from 'vitest';
import { describePeers } from '../../src/analysis/peers.ts';
import { describeMovement, describeStanding } from '../../src/app/state/standing.ts';

const peers = describePeers(undefined, []);

describe('how an authority stands, in a sentence', () => {
  it('counts every indicator, those that are not judged too', () => {
    expect(describeStanding({ better: 21, similar: 14, worse: 14, unjudged: 2 }, peers, 'mean')).toBe(
      'Better than the neighbours’ average on 21 indicators, similar on 14, worse on 14. Another 2 are not judged.',
    );
    expect(describeStanding({ better: 1, similar: 0, worse: 3, unjudged: 1 }, peers, 'median')).toBe(
      'Better than the neighbours’ median on 1 indicator, similar on 0, worse on 3. Another is not judged.',
    );
  });

  it('says nothing of judgement where all are judged', () => {
    expect(describeStanding({ better: 2, similar: 0, worse: 0, unjudged: 0 }, peers, 'mean')).toBe(
      'Better than the neighbours’ average on 2 indicators, similar on 0, worse on 0.',
    );
  });
});

describe('how it moved', () => {
  it('leaves out what did not happen', () => {
    expect(describeMovement({ improved: 3, worsened: 0, unchanged: 1, unknown: 2 })).toBe('3 improved, 1 unchanged');
    expect(describeMovement({ improved: 0, worsened: 0, unchanged: 0, unknown: 2 })).toBe(
      'No change can be worked out',
    );
  });
});
