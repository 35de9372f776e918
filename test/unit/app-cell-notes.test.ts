import { expect, it } from 'vitest';
import { findCellNotes } from '../../src/app/state/cell-notes.ts';

it('says each note once, with the figures that it is of, column by column', () => {
  const caution = 'Treat with caution';
  const rows = [
    { period: '2017/18', cells: [{ value: { number: 1 } }, { value: { number: 2, note: caution } }] },
    {
      period: '2016/17',
      cells: [
        { value: { missing: 'suppressed' as const, marker: '', note: 'Suppressed' } },
        { value: { number: 3, note: caution } },
      ],
    },
    { period: '2015/16', cells: [{ value: { number: 4, note: caution } }, { value: undefined }, {}] },
  ];
  expect(findCellNotes(rows, ['Nottingham', 'England', 'Average'])).toEqual([
    { note: caution, of: 'England 2017/18, 2016/17; Nottingham 2015/16' },
    { note: 'Suppressed', of: 'Nottingham 2016/17' },
  ]);
  expect(findCellNotes(rows.slice(0, 1), ['Nottingham', 'England']).map(({ of }) => of)).toEqual(['England 2017/18']);
});
