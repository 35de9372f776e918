/** What the bench uses of packages that only `npm run bench` installs. */

declare module '@duckdb/duckdb-wasm' {
  export class VoidLogger {
    log(): void;
  }
  export interface Connection {
    query(sql: string): Promise<{ get(row: number): { toJSON(): Record<string, unknown> } | null }>;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(module: string): Promise<unknown>;
    registerFileHandle(name: string, file: File, protocol: number, directly: boolean): Promise<void>;
    connect(): Promise<Connection>;
    terminate(): Promise<void>;
  }
  export const DuckDBDataProtocol: { readonly BROWSER_FILEREADER: number };
}

declare module 'pptxgenjs' {
  interface Box {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  }
  interface Slide {
    addText(text: string, options: Box & { readonly fontSize: number }): unknown;
    addChart(
      form: 'line' | 'bar',
      series: { readonly name: string; readonly labels: string[]; readonly values: number[] }[],
      options: Box,
    ): unknown;
    addNotes(text: string): unknown;
  }
  class PptxGenJS {
    layout: string;
    addSlide(): Slide;
    write(options: { readonly outputType: 'blob' }): Promise<unknown>;
  }
  export { PptxGenJS as default };
}
