/** The words of the dashboard, explained once; pages show the same text where a word occurs. */

export interface Term {
  readonly id: string;
  readonly word: string;
  readonly meaning: string;
}

export const GLOSSARY = [
  {
    id: 'statistical-neighbours',
    word: 'Statistical neighbours',
    meaning:
      'Ten authorities whose children and families are most like those of yours, chosen for the Department for Education from the census and other figures. They are not the authorities next door.',
  },
  {
    id: 'neighbours-average',
    word: 'Neighbours’ average',
    meaning:
      'The plain mean of the ten neighbours’ figures for the same period, each authority counted once. It always says how many of the ten it rests on. The median, the middle one, is a switch away.',
  },
  {
    id: 'rank',
    word: 'Rank',
    meaning:
      'The place among all authorities for which a figure is published for that period; 1 is best. Authorities with the same figure share the better place. Where neither direction is good there is no rank.',
  },
  {
    id: 'quartile',
    word: 'Quartile',
    meaning:
      'All authorities in order, cut into four quarters: A holds the best, D the worst. The cut points are shown.',
  },
  {
    id: 'polarity',
    word: 'Which direction is good',
    meaning:
      'For some indicators higher is better, for some lower. For a few, such as the number of children on a protection plan, neither is, and nothing is called better or worse.',
  },
  {
    id: 'by-size',
    word: 'By size',
    meaning:
      'Most of these figures are published without a margin of error. A difference is then called better or worse only where it is larger than a quarter of the spread of the middle half of all authorities, and larger than the rounding. That is a rule of thumb, not a test.',
  },
  {
    id: 'by-interval',
    word: 'By interval',
    meaning:
      'The publisher gave 95% confidence limits. The figure is called different where the whole range between its limits lies on one side of what it is compared with.',
  },
  {
    id: 'confidence-interval',
    word: 'Confidence limits',
    meaning:
      'The range that allows for chance: in a small authority a few children more or less move the figure a lot. Wide limits mean that little can be concluded from one year.',
  },
  {
    id: 'direction',
    word: 'Direction',
    meaning:
      'Whether the last five years move one way more than chance would. It can be tested only where limits or counts are published; elsewhere the change since the year before is shown and called no more than that.',
  },
  {
    id: 'cannot-tell',
    word: 'Cannot tell',
    meaning: 'The figures do not allow an answer, and the page says why. It does not mean “no difference”.',
  },
  {
    id: 'rate',
    word: 'Rate',
    meaning:
      'How many there were for every 1,000, 10,000 or 100,000 children; the unit says which. So a small authority can be held against a large one. The number of children itself is another figure.',
  },
  {
    id: 'suppressed',
    word: 'Suppressed',
    meaning: 'The publisher hides a figure that rests on so few children that one might be recognised. It is not zero.',
  },
  {
    id: 'low',
    word: 'Low',
    meaning: 'The figure is more than zero but rounds to zero.',
  },
  {
    id: 'not-published',
    word: 'Not published',
    meaning: 'There is no figure for that period, and the publisher gives no reason. It is not zero.',
  },
  {
    id: 'not-available',
    word: 'Not available',
    meaning: 'The publisher has no figure for that area or period. It is not zero.',
  },
  {
    id: 'not-applicable',
    word: 'Not applicable',
    meaning: 'The question does not arise there, so that no figure is expected.',
  },
  {
    id: 'unreliable',
    word: 'Unreliable',
    meaning: 'The publisher holds the figure back because it rests on too little to be relied on.',
  },
  {
    id: 'provisional',
    word: 'Provisional',
    meaning: 'Published early and likely to be corrected. Shown as a hollow point.',
  },
  {
    id: 'revised',
    word: 'Revised',
    meaning: 'Corrected by the publisher since it was first published.',
  },
  {
    id: 'estimated',
    word: 'Estimated',
    meaning: 'Worked out by the publisher from other figures rather than counted. Shown as a hollow point.',
  },
  {
    id: 'break',
    word: 'Break in the series',
    meaning: 'From then on it is counted in another way: what lies before is not to be compared with what comes after.',
  },
  {
    id: 'percentage-points',
    word: 'Points',
    meaning: 'The difference between two percentages: from 4% to 6% is up 2 points, and also half as much again.',
  },
  {
    id: 'cla',
    word: 'CLA',
    meaning:
      'Children looked after: in the care of the authority, by a court’s order or by agreement with their parents.',
  },
  {
    id: 'ehc-plan',
    word: 'EHC plan',
    meaning:
      'Education, health and care plan: what a child with special educational needs is to get, in law, where a school’s own help is not enough.',
  },
  {
    id: 'eet',
    word: 'EET and NEET',
    meaning: 'In education, employment or training; and not in any of them.',
  },
  {
    id: 'unplaced',
    word: 'Unplaced',
    meaning: 'An indicator from a loaded file that nobody has yet put under one of the five outcomes.',
  },
] as const satisfies readonly Term[];

export type TermId = (typeof GLOSSARY)[number]['id'];

/** The term of an id. */
export function findTerm(id: TermId): Term {
  const term = GLOSSARY.find((one) => one.id === id);
  if (!term) throw new Error(`no term "${id}" in the glossary`);
  return term;
}
