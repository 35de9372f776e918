import { gzipSync as packQuickly } from 'node:zlib';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { openFile } from '../../src/ingest/container.ts';
import { guardUnpacked } from '../../src/ingest/limits.ts';
import { read, said, toBytes, toCodes, toInput, toUtf16 } from '../fixtures/table/reading.ts';
import { toWorkbook } from '../fixtures/table/workbook.ts';

const PLAIN = 'area,period,value\nDerby,2023,7.1\nDerby,2024,7.6\nBristol,2024,5.2\n';
const PLAIN_ROWS = [
  ['Derby', '2023', '7.1'],
  ['Derby', '2024', '7.6'],
  ['Bristol', '2024', '5.2'],
];

const zipped = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, toBytes(content)])));

describe('packed files', () => {
  it('a gz is opened whatever it is called, and named without its ending', async () => {
    const opened = await openFile(toInput(gzipSync(toBytes(PLAIN)), 'figures.csv.gz'));
    expect(opened.members.map(({ name }) => name)).toEqual(['figures.csv']);
    expect((await read(gzipSync(toBytes(PLAIN)), 'figures.csv')).table).toEqual(PLAIN_ROWS);
  });

  it('every file of a zip is a member, without what systems leave in it', async () => {
    const zip = zipped({
      'data/a.csv': PLAIN,
      'data/a.meta.csv': 'col_name,col_type\n',
      '__MACOSX/data/._a.csv': 'x',
      'data/.DS_Store': 'x',
    });
    const { members, problems } = await openFile(toInput(zip, 'figures.zip'));
    expect(members.map(({ name, size }) => [name, size])).toEqual([
      ['a.csv', PLAIN.length],
      ['a.meta.csv', 18],
    ]);
    expect(problems).toEqual([]);
    expect((await read(zip)).table).toEqual(PLAIN_ROWS);
  });

  it('what is packed inside a zip is opened too, but not for ever', async () => {
    const inner = zipped({ 'b.csv.gz': gzipSync(toBytes(PLAIN)) });
    expect((await openFile(toInput(zipped({ 'inner.zip': zipped({ 'b.csv': PLAIN }) })))).members[0]?.name).toBe(
      'b.csv',
    );
    const deep = await openFile(toInput(zipped({ 'a.zip': zipped({ 'b.zip': inner }) })));
    expect(deep.members).toEqual([]);
    expect(toCodes(deep.problems)).toEqual(['packed-too-deep']);
  });

  it('an empty zip is said to be empty', async () => {
    expect(toCodes((await openFile(toInput(zipped({})))).problems)).toEqual(['empty-zip']);
  });

  it.each([
    ['word/document.xml', 'a Word document'],
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
    ['xl/workbook.bin', 'a binary Excel workbook (.xlsb)'],
    ['content.xml', 'an OpenDocument file'],
  ])('a zip with %s in it is %s, which is said', async (path, what) => {
    expect(said(await read(zipped({ 'a.csv': PLAIN, [path]: '<x/>' }), 'report.csv'))).toEqual([
      `error: This seems to be ${what}, not a table. Save the table in it as .csv or .xlsx.`,
    ]);
    expect((await read(zipped({ 'a.csv': PLAIN, [`copy/${path}`]: 'area,value\n' }))).table).toEqual(PLAIN_ROWS);
  });

  it('the description of a data package is no table of it', async () => {
    const zip = zipped({ 'mine/datapackage.json': '{}', 'mine/figures.csv': PLAIN });
    expect((await openFile(toInput(zip))).members.map(({ name }) => name)).toEqual(['figures.csv']);
  });

  it('keeps the date of each file: of a zip its own, of a gz that of the gz', async () => {
    const written = new Date(2024, 4, 31, 9, 30);
    const zip = zipSync({ 'a.csv': [toBytes(PLAIN), { mtime: written }] });
    expect((await openFile(toInput(zip))).members[0]?.lastModified).toBe(written.getTime());
    const gz = toFileInput('a.csv.gz', gzipSync(toBytes(PLAIN), { mtime: 0 }), 1_700_000_000_000);
    expect((await openFile(gz)).members[0]?.lastModified).toBe(1_700_000_000_000);
  });

  it('is told of each file when it was written, where it says so itself', async () => {
    const whenOf = async (bytes: Uint8Array): Promise<number | undefined> =>
      (await openFile(toFileInput('a', bytes, 1_700_000_000_000))).members[0]?.writtenAt;
    const written = new Date(2024, 4, 31, 9, 30);
    const workbook = (modified: string): Uint8Array =>
      toWorkbook({
        sheets: [{ name: 'Data', rows: { 1: ['area', 'value'], 2: ['Derby', 1] } }],
        properties: `<cp:coreProperties><dc:title>2019-01-01</dc:title><dcterms:modified>${modified}</dcterms:modified></cp:coreProperties>`,
      });
    const inZip = (content: Uint8Array, mtime = written): Uint8Array => zipSync({ 'a.csv': [content, { mtime }] });

    expect(await whenOf(toBytes(PLAIN))).toBeUndefined();
    expect(await whenOf(gzipSync(toBytes(PLAIN), { mtime: written }))).toBe(written.getTime());
    expect(await whenOf(gzipSync(toBytes(PLAIN), { mtime: 0 }))).toBeUndefined();
    expect(await whenOf(inZip(toBytes(PLAIN)))).toBe(written.getTime());
    expect(await whenOf(inZip(toBytes(PLAIN), new Date(1980, 0, 1)))).toBeUndefined();
    expect(await whenOf(workbook('2025-11-20T09:30:00Z'))).toBe(Date.UTC(2025, 10, 20, 9, 30));
    expect(await whenOf(workbook('last Tuesday'))).toBeUndefined();
    expect(await whenOf(workbook('</wrong>'))).toBeUndefined();
    // What is inside knows better than what it is packed in.
    expect(await whenOf(inZip(workbook('2025-11-20T09:30:00Z')))).toBe(Date.UTC(2025, 10, 20, 9, 30));
    expect(await whenOf(inZip(gzipSync(toBytes(PLAIN), { mtime: 0 })))).toBe(written.getTime());
  });

  it.each([
    ['figures.csv.GZ', 'figures.csv'],
    ['figures.tgz', 'figures'],
    ['figures.gz.csv', 'figures.gz.csv'],
  ])('what is packed in %s is called %s', async (name, member) => {
    expect((await openFile(toInput(gzipSync(toBytes(PLAIN)), name))).members.map((one) => one.name)).toEqual([member]);
  });

  it('tells how much of a gz was taken, each time it is read', async () => {
    const gz = gzipSync(toBytes(PLAIN.repeat(1000)));
    const [member] = (await openFile(toInput(gz, 'figures.csv.gz'))).members;
    for (let time = 0; time < 2; time++) {
      await new Response(member?.stream()).arrayBuffer();
      expect(member?.position?.()).toBe(gz.length);
    }
    expect(member?.size).toBe(gz.length);
  });

  it('is found in a zip with a remark at its end', async () => {
    const zip = zipped({ 'a.csv': PLAIN });
    const remark = toBytes('made by the council');
    const remarked = new Uint8Array([...zip, ...remark]);
    new DataView(remarked.buffer).setUint16(zip.length - 2, remark.length, true);
    expect((await read(remarked)).table).toEqual(PLAIN_ROWS);
  });
});

describe('how much a packed file may unfold to', () => {
  const MB = 1024 ** 2;
  const unfold = (packed: number, unpacked: number) => () => {
    guardUnpacked('a.zip', packed, unpacked);
  };

  it('is anything up to 64 MB, then two hundred times its size, and two gigabytes at the most', () => {
    expect(unfold(0, 64 * MB)).not.toThrow();
    expect(unfold(1, 64 * MB + 1)).toThrow();
    expect(unfold(MB, 200 * MB)).not.toThrow();
    expect(unfold(MB, 200 * MB + 1)).toThrow();
    expect(unfold(1024 * MB, 2048 * MB)).not.toThrow();
    expect(unfold(1024 * MB, 2048 * MB + 1)).toThrow();
  });

  it('is said with both sizes, the unpacked one never overstated', () => {
    expect(unfold(MB + 1, 4096 * MB - 1)).toThrow(
      '“a.zip” unfolds to more than 4095 MB from 2 MB, which no table does; reading was stopped. If it is sound, unpack it first and load what is inside.',
    );
  });

  it('counts what the files of a zip come to together', async () => {
    const bytes = zipped({ 'a.csv': PLAIN, 'b.csv': PLAIN, 'c.csv': PLAIN });
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 4 <= bytes.length; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 900 * MB, true);
    }
    expect(said(await read(bytes, 'three.zip'))).toEqual([
      'error: “three.zip” unfolds to more than 2700 MB from 1 MB, which no table does; reading was stopped. If it is sound, unpack it first and load what is inside.',
    ]);
  });

  it('is not asked of a zip of more than 512 MB, nor of one with more than a thousand files', async () => {
    const zip = zipped({ 'a.csv': PLAIN });
    const large = (size: number): ReturnType<typeof openFile> => openFile({ ...toInput(zip), size });
    expect((await large(512 * MB)).members).toHaveLength(1);
    expect(
      (await large(512 * MB + 1)).problems.map(({ severity, code, message }) => [severity, code, message]),
    ).toEqual([
      ['error', 'zip-too-large', 'The zip is larger than 512 MB. Unpack it and load the files inside one by one.'],
    ]);
    const many = (count: number): ReturnType<typeof read> =>
      read(zipped(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i)}.csv`, PLAIN]))));
    expect(said(await many(1001))).toEqual([
      'error: The zip holds 1001 files; up to 1000 are read. Load those that matter.',
    ]);
    expect((await many(1000)).problems).toEqual([]);
  });
});

describe('packed files that are not sound', () => {
  it('a gz that was cut off is refused with nothing of it kept', async () => {
    const whole = gzipSync(
      toBytes(
        `area,value\n${Array.from({ length: 50_000 }, (_, i) => `x${String(i)},${String(i * 7919)}`).join('\n')}\n`,
      ),
    );
    const result = await read(whole.subarray(0, whole.length / 2), 'figures.csv.gz');
    expect(said(result)).toEqual([
      'error: “figures.csv.gz” ends before what is packed in it does, so it was cut off or damaged on its way. Nothing of it was kept; download it again.',
    ]);
    expect(result.problems[0]?.file).toBeDefined();
  });

  it('a gz whose middle is damaged is refused', async () => {
    const bytes = gzipSync(toBytes(PLAIN.repeat(1000)), { level: 0 });
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    expect((await read(bytes, 'figures.csv.gz')).problems[0]?.severity).toBe('error');
  });

  it('a zip that was cut off is refused', async () => {
    const whole = zipped({ 'a.csv': PLAIN });
    expect(said(await read(whole.subarray(0, whole.length - 30), 'figures.zip'))).toEqual([
      'error: “figures.zip” is damaged or was cut off: its list of files cannot be read. Download it again, or unpack it and load what is inside.',
    ]);
  });

  it.each([
    ['zip', (bytes: Uint8Array) => zipSync({ 'bomb.csv': [bytes, { level: 9 }] })],
    ['gz', (bytes: Uint8Array) => packQuickly(bytes)],
  ])(
    'a bomb in a %s is not unfolded',
    async (ending, pack) => {
      const text = new Uint8Array(70_000_000).fill(0x30);
      for (let at = 99; at < text.length; at += 100) text[at] = 0x0a;
      const result = await read(pack(text), `bomb.${ending}`);
      expect(toCodes(result.problems)).toContain('unpacks-too-large');
      expect(said(result)[0]).toMatch(/^error: “bomb\..*” unfolds to more than \d+ MB from 1 MB, which no table does/);
      // Making the bomb is what takes its time.
    },
    60_000,
  );

  it.each(['/etc/evil.csv', 'C:/evil.csv', 'a/../../evil.csv', '..\\evil.csv'])(
    'a file of a zip may not be called %s',
    async (path) => {
      expect(toCodes((await openFile(toInput(zipped({ [path]: PLAIN })))).problems)).toEqual(['path-outside']);
    },
  );

  it('a file that is packed in a way of its own is named with the way', async () => {
    const bytes = zipped({ 'a.csv': PLAIN, 'b.csv': PLAIN });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
    view.setUint16(entry + 10, 12, true);
    const { members, problems } = await openFile(toInput(bytes, 'figures.zip'));
    expect(members.map(({ name }) => name)).toEqual(['b.csv']);
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'zip-method',
        message: '“a.csv” is packed in a way that is not read here (method 12). Unpack the zip and load the file.',
        file: 'figures.zip',
      },
    ]);
  });

  it.each([
    ['more files than there are', -12, 3],
    ['a list that begins elsewhere', -6, 1],
  ])('a zip whose list of files tells of %s is refused', async (_, at, value) => {
    const bytes = zipped({ 'a.csv': PLAIN, 'b.csv': PLAIN });
    new DataView(bytes.buffer).setUint16(bytes.length + at, value, true);
    expect(toCodes((await read(bytes, 'lies.zip')).problems)).toEqual(['damaged-zip']);
  });

  it.each([28, 30, 32])('a zip whose list of files leads past its end by byte %i is refused', async (at) => {
    const bytes = zipped({ 'a.csv': PLAIN, 'b.csv': PLAIN });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
    view.setUint16(entry + at, 0xffff, true);
    expect(toCodes((await read(bytes, 'lies.zip')).problems)).toEqual(['damaged-zip']);
  });

  it('a zip whose list of files leads to no file, or to less of one than it says, is refused', async () => {
    for (const [at, value] of [
      [42, 7],
      [42, 0xfffff],
      [20, 0xfffff],
    ] as const) {
      const bytes = zipSync({ 'a.csv': [toBytes(PLAIN), { level: 0 }] });
      const view = new DataView(bytes.buffer);
      const entry = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
      view.setUint32(entry + at, value, true);
      expect(toCodes((await read(bytes, 'lies.zip')).problems), String(at)).toEqual(['damaged-zip']);
    }
  });

  it('a zip whose list of files understates a size is refused', async () => {
    const bytes = zipped({ 'a.csv': PLAIN.repeat(100) });
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex((_, i) => i + 4 <= bytes.length && view.getUint32(i, true) === 0x02014b50);
    view.setUint32(entry + 24, 10, true);
    expect(toCodes((await read(bytes, 'lies.zip')).problems)).toEqual(['damaged-zip']);
  });

  it('a path that leads outside a zip is refused, the others are read', async () => {
    const result = await read(zipped({ '../../etc/evil.csv': PLAIN, 'good.csv': PLAIN }), 'figures.zip');
    expect(result.table).toEqual(PLAIN_ROWS);
    expect(said(result)).toEqual([
      'error: The zip holds “../../etc/evil.csv”, a path that leads outside of it, as no sound zip does; that file is not read. Ask where the zip comes from.',
    ]);
  });

  it('a file in a zip with a password is named', async () => {
    const bytes = zipped({ 'secret.csv': PLAIN });
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 4 <= bytes.length; i++) {
      const isEntry = view.getUint32(i, true) === 0x02014b50;
      if (isEntry) view.setUint16(i + 8, view.getUint16(i + 8, true) | 1, true);
    }
    expect(said(await read(bytes, 'figures.zip'))).toEqual([
      'error: “secret.csv” in the zip is protected by a password. Unpack it with the password and load the file.',
    ]);
  });

  it('a workbook with a password is told from an old one', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512)];
    const stream = (name: string): number[] => [...toUtf16(name, true)];
    const locked = new Uint8Array([...ole, ...stream('EncryptedPackage')]);
    const old = new Uint8Array([...ole, ...stream('Workbook')]);
    expect(said(await read(locked, 'figures.xlsx'))).toEqual([
      'error: The workbook is protected by a password. Open it in Excel, save a copy without the password, and load that.',
    ]);
    expect(said(await read(old, 'figures.xls'))).toEqual([
      'error: This is an old Office file (.xls or .doc). Open it and save the table as .xlsx or .csv.',
    ]);
  });
});
