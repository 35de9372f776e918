/** A picture as a PNG, drawn by the browser from the same SVG that is offered for download. */

/**
 * Draws an SVG text onto a canvas.
 * @param density pixels for each unit of the SVG
 * @throws Error with a plain message where the browser refuses to draw or to encode
 */
export async function toPng(svg: string, width: number, height: number, density: number): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw the picture on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  // `toBlob` waits for the page to be idle, up to a second in Chromium; this encodes at once.
  const [, encoded = ''] = canvas.toDataURL('image/png').split(',');
  // The pixels of sixty pictures would wait for the collector otherwise.
  canvas.width = canvas.height = 0;
  if (encoded === '') throw new Error('This browser could not make a PNG of the picture.');
  return new Blob([Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0))], { type: 'image/png' });
}
