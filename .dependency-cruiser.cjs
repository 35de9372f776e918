/**
 * The layers of the house (docs/architecture.md). `test/unit/layers.test.ts` plants a violation
 * to see that these rules catch it.
 */
const PURE = '^src/(domain|ingest|analysis|chart|address|bundle)/';

/** What each folder may import besides itself. */
const MAY_IMPORT = {
  domain: [],
  bundle: ['domain'],
  ingest: ['domain'],
  analysis: ['domain'],
  chart: ['domain', 'analysis'],
  render: ['domain', 'chart'],
  address: ['domain'],
  offline: ['domain'],
  export: ['domain', 'analysis', 'chart', 'render', 'bundle'],
  store: ['domain', 'bundle'],
  load: ['domain', 'ingest', 'store', 'analysis'],
  cli: ['domain', 'ingest', 'analysis', 'bundle', 'export', 'chart', 'render'],
};

const layers = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-imports-only-${others.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-the-store-imports-dexie',
      severity: 'error',
      from: { pathNot: '^src/store/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'the-core-knows-no-svelte',
      severity: 'error',
      from: { path: PURE },
      to: { path: 'node_modules/svelte|\\.svelte(\\.ts)?$' },
    },
    {
      name: 'nobody-imports-the-app',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(app/|(main|first-sight|dashboard|overviews|embed|pack)\\.ts|virtual\\.d\\.ts)',
      },
      to: { path: '^src/app/' },
    },
    {
      name: 'the-embed-carries-neither-store-nor-ingest',
      severity: 'error',
      from: { path: '^src/(embed|pack)\\.ts' },
      to: { path: '^src/(store|ingest|load)/', reachable: true },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'types', 'default'],
    },
  },
};
