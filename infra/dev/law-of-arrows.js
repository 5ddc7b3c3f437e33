/**
 * The law of arrows: kernel ← domain ← contract and adapter ← workflow and activity ← app.
 *
 * One table, read twice: ESLint refuses an import that breaks it while one types, `test/architecture` and
 * `npm run house` look at the whole graph.
 */
const domain = (name, imports = [], external = []) => ({
  name,
  path: `libs/${name}`,
  kind: 'domain',
  imports: ['kernel', ...imports],
  external,
});

const DOMAIN = [
  domain('bpmn-model'),
  domain('expression'),
  domain('decision', ['expression']),
  domain(
    'bpmn-definition',
    ['bpmn-model', 'expression', 'decision'],
    ['bpmn-moddle', 'dmn-moddle', 'zeebe-bpmn-moddle', 'saxen'],
  ),
  domain('bpmn-engine', ['bpmn-model', 'expression', 'decision']),
  domain('working-calendar'),
  domain('service-level', ['working-calendar', 'organization']),
  domain('deliberation'),
  domain('organization'),
  domain('access', ['organization']),
  domain('audit'),
  domain('forms', [], ['ajv', 'ajv-formats']),
  domain('files'),
  domain('ledger', ['forms', 'organization']),
  domain('search-words', [], ['pinyin-pro']),
  domain('statute'),
  domain('slip', ['organization']),
  domain('letter', ['organization']),
];
const domainNames = DOMAIN.map((room) => room.name);
const lib = (name, kind, imports, external) => ({ name, path: `libs/${name}`, kind, imports, external });

const ALL = [
  { name: 'kernel', path: 'libs/kernel', kind: 'kernel', imports: [], external: [] },
  ...DOMAIN,
  lib(
    'workflow-contracts',
    'contract',
    ['kernel', ...domainNames],
    ['@temporalio/workflow', '@temporalio/common', '@temporalio/proto', 'node:'],
  ),
  lib('persistence', 'adapter', ['kernel', ...domainNames], ['typeorm', 'pg', 'uuid', 'node:']),
  lib(
    'file-storage',
    'adapter',
    ['kernel', ...domainNames],
    ['@aws-sdk/client-s3', '@aws-sdk/lib-storage', 'node:'],
  ),
  lib('notifications', 'adapter', ['kernel', ...domainNames, 'workflow-contracts'], ['nodemailer', 'node:']),
  lib(
    'paper',
    'adapter',
    ['kernel', ...domainNames],
    ['pdfmake', 'fontkit', '@expo-google-fonts/noto-sans-sc', 'node:'],
  ),
  lib('publication', 'adapter', ['kernel', ...domainNames], ['node:']),
  lib('process-library', 'adapter', ['kernel', ...domainNames, 'publication'], ['node:']),
  lib(
    'command-dispatch',
    'adapter',
    ['kernel', ...domainNames, 'workflow-contracts', 'persistence'],
    ['@temporalio/client', '@temporalio/common'],
  ),
  lib('testing', 'testing', ['kernel', ...domainNames], ['pdfjs-dist']),
  {
    name: 'workflows',
    path: 'workflows',
    kind: 'workflow',
    imports: ['kernel', ...domainNames, 'workflow-contracts'],
    external: ['@temporalio/workflow', '@temporalio/common'],
  },
  {
    name: 'activities',
    path: 'activities',
    kind: 'activity',
    imports: ['kernel', ...domainNames, 'workflow-contracts', 'persistence', 'notifications'],
    external: ['@temporalio/activity', 'node:'],
  },
  {
    name: 'api',
    path: 'apps/api',
    kind: 'app',
    imports: [
      'kernel',
      ...domainNames,
      'workflow-contracts',
      'persistence',
      'file-storage',
      'notifications',
      'paper',
      'publication',
      'process-library',
      'command-dispatch',
    ],
    external: null,
  },
  {
    name: 'worker',
    path: 'apps/worker',
    kind: 'app',
    imports: [
      'kernel',
      ...domainNames,
      'workflow-contracts',
      'persistence',
      'file-storage',
      'file-storage',
      'notifications',
      'publication',
      'process-library',
      'command-dispatch',
      'workflows',
      'activities',
    ],
    external: null,
  },
  {
    name: 'web',
    path: 'apps/web',
    kind: 'app',
    imports: [
      'kernel',
      'bpmn-definition',
      'deliberation',
      'expression',
      'forms',
      'search-words',
      'statute',
      'working-calendar',
    ],
    external: null,
  },
];

const escape = (text) => text.replace(/[/.]/g, '\\$&');

/** A pattern that matches every import this room may not have. */
function restrictionOf({ name, imports, external }) {
  const ours = imports.map((room) => `@wuqing/${room}(/|$)`);
  const foreign =
    external === null
      ? ['(?!@wuqing/)']
      : external.map((item) => (item.endsWith(':') ? escape(item) : `${escape(item)}(/|$)`));
  return {
    regex: `^(?!\\.|${[...ours, ...foreign].join('|')})`,
    message: `${name} may import ${imports.join(', ') || 'nothing'}${external?.length ? ` and ${external.join(', ')}` : ''}: see ARCHITECTURE.md, the law of arrows.`,
  };
}

export const rooms = ALL.map((room) => ({ ...room, restriction: restrictionOf(room) }));
