/** What a chart can be downloaded as; each brings its code only when it is used. */
import type { Scene } from '../../chart/scene.ts';

export interface ChartDownload {
  readonly name: 'CSV' | 'PNG' | 'SVG' | 'PowerPoint' | 'Copy picture' | 'Embed code';
  /** Does it, and says what was done or why it could not be. */
  run(scene: Scene, fileName: string): Promise<string>;
}

function save(blob: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
  return `Saved as ${name}`;
}

const csv: ChartDownload = {
  name: 'CSV',
  async run(scene, fileName) {
    const { toChartCsv } = await import('../../export/csv.ts');
    return save(new Blob([toChartCsv(scene)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
  },
};

export const CHART_DOWNLOADS: readonly ChartDownload[] = [csv];
