/**
 * The size of the paper, for as long as what is to be printed is on the page. A rule in a stylesheet would turn every
 * other page of the dashboard on its side too, and a named page is not what browsers measure a layout by.
 */
const RULE = '@page { size: A4 landscape; margin: 12mm }';

export function setPaperSize(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
