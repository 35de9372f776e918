/** Finding indicators by what a person types. */
import type { Indicator } from '../../domain/indicator.ts';

/** Those whose name, topic, unit or source holds every word that was typed, in their order. */
export function filterIndicators(indicators: readonly Indicator[], typed: string): readonly Indicator[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return indicators;
  return indicators.filter((indicator) => {
    const text =
      `${indicator.name} ${indicator.shortName} ${indicator.topic ?? ''} ${indicator.unit} ${indicator.sourceId ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
