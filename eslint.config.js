import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { rooms } from './infra/dev/law-of-arrows.js';

const { createNodeResolver } = importX;

/** What a workflow may not use is what a pure domain library may not use. */
const pureGlobals = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'crypto',
  'performance',
];
const pureSyntax = [
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes in by the door.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in by the door.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in by the door.',
  },
];
const noAsync = [
  {
    selector:
      'FunctionDeclaration[async=true], FunctionExpression[async=true], ArrowFunctionExpression[async=true]',
    message: 'A pure room never awaits.',
  },
];

const isPure = (room) => room.kind === 'domain';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.nx/**',
      'apps/web/src/generated/**',
      'coverage/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          conditionNames: ['source', 'import', 'default'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/internal-regex': '^@wuqing/',
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'import-x/no-default-export': 'error',
      'no-console': ['error', { allow: ['log', 'warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false }],
    },
  },
  ...rooms.map((room) => ({
    files: [`${room.path}/src/**/*.{ts,tsx}`],
    // A fixture is imported by specs alone, and is not built.
    ignores: ['**/*.spec.ts', '**/*.real-spec.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [room.restriction] }],
      ...(isPure(room)
        ? {
            'no-restricted-globals': ['error', ...pureGlobals],
            'no-restricted-syntax': [
              'error',
              ...pureSyntax,
              ...(room.name === 'bpmn-definition' ? [] : noAsync),
            ],
          }
        : {}),
      ...(room.name === 'workflows'
        ? {
            'no-restricted-globals': ['error', ...pureGlobals],
            'no-restricted-syntax': ['error', ...pureSyntax],
          }
        : {}),
    },
  })),
  {
    files: ['apps/api/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[source.value='class-validator'] ImportSpecifier[imported.name='IsOptional']",
          message: 'IsOptional lets null pass every rule: say MayBeAbsent.',
        },
      ],
    },
  },
  { files: ['workflows/src/process-instance/workflow-clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['workflows/src/process-bundle.ts', '**/vite*.config.ts', '**/jest*.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
