/** A scene as a PNG, drawn by the browser from the same SVG that is offered for download. */

export interface PictureSize {
  /** Pixels per unit of the scene. */
  readonly scale: number;
  /** CSS colour behind the picture, or undefined for a transparent one. */
  readonly background?: string;
}

/**
 * Draws an SVG text onto a canvas.
 * @throws Error with a plain message where the browser refuses to draw or to encode
 */
export async function toPng(svg: string, width: number, height: number, size: PictureSize): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * size.scale);
  canvas.height = Math.round(height * size.scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw the picture on.');
  if (size.background !== undefined) {
    context.fillStyle = size.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser could not make a PNG of the picture.'));
    }, 'image/png');
  });
}
