import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DeckTheme } from '../../src/domain/deck-theme.ts';
import { findTheme, toThemeText } from '../../src/export/find-theme.ts';
import { toDeck } from '../../src/export/office/deck.ts';
import { toFileInput } from '../../src/ingest/bytes.ts';
import { readTheme } from '../../src/ingest/theme.ts';

const council: DeckTheme = {
  name: 'Council & partners',
  colours: {
    dk1: '1A1A1A',
    lt1: 'FFFFFF',
    dk2: '0B3D2E',
    lt2: 'EEF2E6',
    accent1: '3A7D44',
    accent2: 'F2A541',
    accent3: '254D32',
    accent4: '69B578',
    accent5: 'D0DB97',
    accent6: '181D27',
    hlink: '0563C1',
    folHlink: '954F72',
  },
  headings: 'Gill Sans MT',
  body: 'Calibri',
};

const makeDeck = (brand: string, theme?: DeckTheme): Promise<Uint8Array> =>
  toDeck([], {
    brand,
    ...(theme ? { theme } : {}),
    made: '2026-11-22T10:00:00.000Z',
    cover: { title: 'Derby', subtitle: '' },
    rasterise: () => Promise.resolve(new Uint8Array()),
  });

const RELATIONS =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme7.xml"/></Relationships>';
const SCHEME = Object.entries(council.colours)
  .map(([place, hex]) => `<a:${place}><a:srgbClr val="${hex}"/></a:${place}>`)
  .join('');

/** As PowerPoint writes it: system colours, a font that leads to another, a master that names other colours. */
function makeTemplate(scheme: string, fonts = '<a:majorFont><a:latin typeface="Georgia"/></a:majorFont>'): Uint8Array {
  const theme = `<a:theme xmlns:a="x" name="Council"><a:themeElements><a:clrScheme name="c">${scheme}</a:clrScheme><a:fontScheme name="f">${fonts}</a:fontScheme></a:themeElements></a:theme>`;
  return zipSync({
    'ppt/presentation.xml': strToU8('<p:presentation xmlns:p="p"/>'),
    'ppt/_rels/presentation.xml.rels': strToU8(RELATIONS),
    'ppt/theme/theme1.xml': strToU8('<a:theme xmlns:a="x" name="Of the notes"/>'),
    'ppt/theme/theme7.xml': strToU8(theme),
  });
}

async function read(name: string, bytes: Uint8Array): Promise<DeckTheme> {
  const found = await readTheme(toFileInput(name, bytes));
  if ('problem' in found) throw new Error(found.problem.message);
  return found.theme;
}

async function refuse(name: string, bytes: Uint8Array): Promise<string> {
  const found = await readTheme(toFileInput(name, bytes));
  return 'problem' in found ? found.problem.message : 'accepted';
}

describe('the theme of a template', () => {
  it('comes out of a deck as it went in, but for the colour of the cover', async () => {
    expect(await read('council.pptx', await makeDeck('#7a1f5c', council))).toEqual({
      ...council,
      colours: { ...council.colours, dk2: '7A1F5C' },
    });
  });

  it('is that of the presentation, with the system’s colours as they last were and lower case as upper', async () => {
    const scheme = SCHEME.replace('<a:srgbClr val="1A1A1A"/>', '<a:sysClr val="windowText" lastClr="0a0a0a"/>')
      .replace('<a:srgbClr val="FFFFFF"/>', '<a:sysClr val="window"/>')
      .replace('3A7D44', '3a7d44');
    const theme = await read('council.potx', makeTemplate(scheme));
    expect(theme.name).toBe('Council');
    expect(theme.colours).toEqual({ ...council.colours, dk1: '0A0A0A' });
  });

  it('takes Arial where it names no font, and its body font where it names none for headings', async () => {
    expect(await read('a.potx', makeTemplate(SCHEME, ''))).toMatchObject({ headings: 'Arial', body: 'Arial' });
    const fonts =
      '<a:majorFont><a:latin typeface="+mn-lt"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>';
    expect(await read('a.potx', makeTemplate(SCHEME, fonts))).toMatchObject({ headings: 'Calibri', body: 'Calibri' });
  });

  it('has the system’s own colours where the file does not say what they were', async () => {
    const scheme = SCHEME.replace('<a:srgbClr val="1A1A1A"/>', '<a:sysClr val="windowText"/>');
    expect((await read('a.potx', makeTemplate(scheme))).colours.dk1).toBe('000000');
    const unknown = makeTemplate(SCHEME.replace('<a:srgbClr val="1A1A1A"/>', '<a:sysClr val="menu"/>'));
    expect(await refuse('a.potx', unknown)).toContain('no plain colour for dk1');
  });

  it('has names of eighty letters at most, and that of its file where it has none', async () => {
    const long = 'A'.repeat(81);
    const fonts = `<a:majorFont><a:latin typeface="${long}"/></a:majorFont><a:minorFont><a:latin typeface=" Lato "/></a:minorFont>`;
    const theme = await read('a.potx', makeTemplate(SCHEME, fonts));
    expect(theme).toMatchObject({ headings: long.slice(0, 80), body: 'Lato' });
    const bare = unzipSync(makeTemplate(SCHEME));
    const nameless = strFromU8(bare['ppt/theme/theme7.xml'] ?? new Uint8Array()).replace(' name="Council"', '');
    expect((await read('b.potx', zipSync({ ...bare, 'ppt/theme/theme7.xml': strToU8(nameless) }))).name).toBe('b.potx');
  });

  it('takes the first colour of each place, wherever else colours are named', async () => {
    const stray = '<a:objectDefaults><a:srgbClr val="ABCDEF"/></a:objectDefaults>';
    const scheme = `<a:srgbClr val="123456"/>${SCHEME.replace('<a:srgbClr val="3A7D44"/>', '<a:srgbClr val="3A7D44"/><a:srgbClr val="000001"/>')}${stray}`;
    expect((await read('a.potx', makeTemplate(scheme))).colours).toEqual(council.colours);
  });

  it('is found by a path from the root of the file, too', async () => {
    const parts = unzipSync(makeTemplate(SCHEME));
    const relations = strToU8(RELATIONS.replace('theme/theme7.xml', '/ppt/theme/theme7.xml'));
    const theme = await read('a.potx', zipSync({ ...parts, 'ppt/_rels/presentation.xml.rels': relations }));
    expect(theme.name).toBe('Council');
  });

  it('is refused in plain words where the file is another one', async () => {
    const zip = (path: string): Uint8Array => zipSync({ [path]: strToU8('<x/>') });
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await refuse('plan.docx', zip('word/document.xml'))).toBe(
      '“plan.docx” is a Word document. Choose a PowerPoint file that ends in .pptx or .potx; any presentation in your authority’s design will do.',
    );
    expect(await refuse('figures.xlsx', zip('xl/workbook.xml'))).toContain('is an Excel workbook');
    expect(await refuse('plan.odp', zip('content.xml'))).toContain('is an OpenDocument file');
    expect(await refuse('ours.thmx', zip('theme/theme/theme1.xml'))).toContain('is an Office theme (.thmx)');
    expect(await refuse('logo.png', strToU8('not a zip'))).toContain('is no PowerPoint file');
    expect(await refuse('old.ppt', ole)).toContain('save it as .pptx without a password');
  });

  it('is refused where the file is damaged, or its colours are incomplete', async () => {
    const whole = makeTemplate(SCHEME);
    expect(await refuse('cut.potx', whole.slice(0, whole.length - 60))).toContain('damaged or was cut off');
    const torn = zipSync({ ...unzipSync(whole), 'ppt/theme/theme7.xml': strToU8('<a:theme xmlns:a="x"><a:clr') });
    expect(await refuse('torn.potx', torn)).toContain('damaged or was cut off');
    const faded = makeTemplate(SCHEME.replace('<a:srgbClr val="3A7D44"/>', '<a:prstClr val="green"/>'));
    expect(await refuse('faded.potx', faded)).toContain('no plain colour for accent1');
    const without = makeTemplate('');
    expect(await refuse('none.potx', without)).toContain('no plain colour for dk1, lt1');
  });

  it('is kept as text, and refused from a text that is none', () => {
    expect(findTheme(toThemeText(council))).toEqual(council);
    const spoilt = toThemeText(council).replace('3A7D44', 'url(x)');
    for (const text of [undefined, '', 'null', '{}', spoilt]) expect(findTheme(text), text).toBeUndefined();
  });
});

describe('a deck in the theme of a template', () => {
  const partsOf = async (brand: string, theme?: DeckTheme): Promise<(path: string) => string> => {
    const parts = unzipSync(await makeDeck(brand, theme));
    return (path) => strFromU8(parts[path] ?? new Uint8Array());
  };

  it('has its fonts and colours in every theme', async () => {
    const xml = await partsOf('#0b3d2e', council);
    for (const path of ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml']) {
      expect(xml(path)).toContain('<a:majorFont><a:latin typeface="Gill Sans MT"/>');
      expect(xml(path)).toContain('<a:accent1><a:srgbClr val="3A7D44"/></a:accent1>');
    }
  });

  it('stays white with dark text where the template is dark: charts are drawn for paper', async () => {
    const dark = { ...council, colours: { ...council.colours, lt1: '101010', dk1: 'F0F0F0' } };
    const xml = await partsOf('#0b3d2e', dark);
    expect(xml('ppt/theme/theme1.xml')).toContain('<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>');
    expect(xml('ppt/theme/theme1.xml')).toContain('<a:dk1><a:srgbClr val="14171A"/></a:dk1>');
  });

  it('writes dark on a pale cover and white on a dark one', async () => {
    const inkOf = async (brand: string): Promise<string | undefined> =>
      /lvl1pPr.*?schemeClr val="(\w+)"/.exec((await partsOf(brand))('ppt/slideLayouts/slideLayout1.xml'))?.[1];
    expect([await inkOf('#12436d'), await inkOf('#f5e663')]).toEqual(['bg1', 'tx1']);
  });
});
