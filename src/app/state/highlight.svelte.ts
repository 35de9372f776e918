/** The series that a reader looks at in one chart of a page and that the others bring forward. */
export class Highlight {
  series = $state<string>();

  lookAt(series: string | undefined): void {
    this.series = series;
  }
}
