/** The lines that put a chart into another page. */

/** What a page and the chart in its frame say to each other. */
export const MESSAGES = { follow: 'ecm-follow', height: 'ecm-height' } as const;

export interface EmbedCode {
  /** The whole address of the embed. */
  readonly source: string;
  readonly title: string;
  /** Height of the frame in pixels, for as long as nothing follows the chart's own. */
  readonly height: number;
  /** With a few lines of script that give the frame the height of the chart. */
  readonly followsHeight: boolean;
}

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Asks the chart for its height, and believes only the frame that it asked. */
const FOLLOW = `<script>
(() => {
  const frame = document.currentScript.previousElementSibling;
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.type !== '${MESSAGES.height}') return;
    if (data.height > 0 && data.height < 5000) frame.height = Math.ceil(data.height);
  });
  const ask = () => frame.contentWindow.postMessage({ type: '${MESSAGES.follow}' }, '*');
  frame.addEventListener('load', ask);
  ask();
})();
</script>`;

export function toEmbedCode({ source, title, height, followsHeight }: EmbedCode): string {
  const frame = `<iframe src="${escapeAttribute(source)}" title="${escapeAttribute(title)}" width="100%" height="${String(Math.ceil(height))}" loading="lazy" style="border: 0"></iframe>`;
  return followsHeight ? `${frame}\n${FOLLOW}\n` : `${frame}\n`;
}
