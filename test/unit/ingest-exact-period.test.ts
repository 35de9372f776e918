import { describe, expect, it } from 'vitest';
import { joinPeriod, readJoinedPeriod } from '../../src/ingest/exact-period.ts';

type Written = Parameters<typeof joinPeriod>;

const read = (...written: Written) => readJoinedPeriod(joinPeriod(...written), { kind: 'financial' });

describe('a period with its days beside it', () => {
  it('is the one of those days and that kind, called what it was called', () => {
    expect(read('The year of the move', '2024-02-01', '2025-01-31', 'pooled')).toEqual({
      period: { start: '2024-02-01', end: '2025-01-31', kind: 'pooled', label: 'The year of the move' },
    });
    expect(read('A day', '2024-02-29', '2024-02-29', 'snapshot')).toMatchObject({ period: { kind: 'snapshot' } });
  });

  it.each<Written>([
    ['2024/25', '', '', ''],
    ['2024/25', '2024-02-01', '', 'pooled'],
    ['2024/25', '', '2025-01-31', 'pooled'],
    ['2024/25', '2024-02-01', '2025-01-31', ''],
    ['2024/25', '2024-02-01', '2025-01-31', 'lunar'],
    ['2024/25', '2024-02-01', '2025-01-31', 'constructor'],
    ['2024/25', '2025-02-01', '2025-01-31', 'pooled'],
    ['2024/25', '2024-13-01', '2025-01-31', 'pooled'],
    ['2024/25', '2024-02-01', '2025-01-32', 'pooled'],
    ['2024/25', '2024-2-1', '2025-01-31', 'pooled'],
    ['2024/25', '2024-02-01', '2025-01-31T00:00', 'pooled'],
  ])('is read by its name where they are no days of a kind: %s, %s, %s, %s', (...written) => {
    expect(read(...written)).toMatchObject({ period: { kind: 'financial', start: '2024-04-01', end: '2025-03-31' } });
  });

  it('is known again by all that was written of it, and by its name alone where there is no more', () => {
    expect(joinPeriod('2024', '', '', '')).toBe('2024');
    const written: readonly Written[] = [
      ['2024', '', '', ''],
      ['2024', '2024-01-01', '', ''],
      ['2024', '', '2024-12-31', ''],
      ['2024', '', '', 'calendar'],
    ];
    expect(new Set(written.map((parts) => joinPeriod(...parts))).size).toBe(4);
  });
});
