/** Every record of every table: what a backup holds. */
import type {
  CommentaryRecord,
  ComparisonGroupRecord,
  ContentRecord,
  LoadRecord,
  PlacementRecord,
  RecipeRecord,
  SeriesRecord,
  SettingRecord,
  TargetRecord,
} from '../records.ts';

export interface StoreRecords {
  readonly loads: readonly LoadRecord[];
  readonly contents: readonly ContentRecord[];
  readonly series: readonly SeriesRecord[];
  readonly placements: readonly PlacementRecord[];
  readonly targets: readonly TargetRecord[];
  readonly commentary: readonly CommentaryRecord[];
  readonly comparisonGroups: readonly ComparisonGroupRecord[];
  readonly recipes: readonly RecipeRecord[];
  readonly settings: readonly SettingRecord[];
}
