import Papa from 'papaparse';

self.onmessage = ({ data: file }: MessageEvent<File | 'hello'>) => {
  if (file === 'hello') {
    self.postMessage(0);
    return;
  }
  // The header is a row of its own, and the end of the last line an empty one.
  let rows = -1;
  Papa.parse<string[]>(file, {
    step: ({ data }) => {
      if (data.length > 1) rows++;
    },
    complete: () => {
      self.postMessage(rows);
    },
  });
};
