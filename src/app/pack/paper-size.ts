/**
 * The size of the paper, for as long as what is to be printed is on the page. A rule in a stylesheet would turn every
 * other page of the dashboard on its side too, and a named page is not what browsers measure a layout by.
 */
const SIZE = '@page { size: A4 landscape; margin: 12mm }';
/** Words would be too small to read: what is printed here is reduced once more. */
const WORDS = '@media print { :root { font-size: 90% } }';

export function setPaperSize(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${SIZE} ${WORDS}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
