/** Specs run from the sources: the export condition `source` leads every room's door to `src/index.ts`. */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/infra/dev/jest-resolver.cjs',
  transform: { '^.+\\.tsx?$': ['@swc/jest', { configFile: '.swcrc', swcrc: true }] },
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.nx/'],
  watchPathIgnorePatterns: ['/.data/', '/dist/'],
};

/** What measures is run by `npm run bench:…` alone: no test of the suite judges time. */
const BENCH = '.bench.spec.ts';

/** `unit` needs nothing but Node; `real` and `bench` need PostgreSQL, Temporal and Chromium, started once for the run. */
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,workflows,activities,apps,infra}/**/*.spec.ts',
        '<rootDir>/test/{architecture,conformance,fuzz,replay}/**/*.spec.ts',
        `!**/*${BENCH}`,
      ],
    },
    {
      ...base,
      displayName: 'real',
      testMatch: [
        '<rootDir>/{libs,workflows,activities,apps,infra}/**/*.real-spec.ts',
        '<rootDir>/test/{conformance,journeys,faults,random}/**/*.real-spec.ts',
      ],
    },
    { ...base, displayName: 'bench', testMatch: [`<rootDir>/{libs,apps}/**/*${BENCH}`] },
  ],
};
