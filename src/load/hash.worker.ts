/** Counts the SHA-256 of one file after the other; an answer without digits means that a file could not be read. */
import { hashFile } from '../ingest/hash.ts';

self.onmessage = ({ data: file }: MessageEvent<File>) => {
  hashFile(file).then(
    (sha256) => {
      self.postMessage(sha256);
    },
    () => {
      self.postMessage('');
    },
  );
};
