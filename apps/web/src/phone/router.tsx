import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { InboxPage } from './inbox/inbox.page.js';
import { phoneInboxSearch } from './inbox/phone-inbox-search.js';
import { NoSuchAddress } from './shell/no-such-address.js';
import { PageFailed, PageReading } from './shell/page-states.js';
import { PhoneShell } from './shell/phone-shell.js';

const root = createRootRoute({ component: PhoneShell, notFoundComponent: NoSuchAddress });
const under = { getParentRoute: () => root };

const home = createRoute({
  ...under,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true } as never);
  },
});
/** There at once: what most visits begin with. Every other page comes when it is asked for. */
const inbox = createRoute({
  ...under,
  path: '/inbox',
  validateSearch: phoneInboxSearch,
  component: InboxPage,
});
const task = createRoute({
  ...under,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('./task/task.page.js'), 'TaskPage'),
});
const start = createRoute({
  ...under,
  path: '/start',
  component: lazyRouteComponent(() => import('./start/start.page.js'), 'StartPage'),
});
const startOne = createRoute({
  ...under,
  path: '/start/$processKey',
  component: lazyRouteComponent(() => import('./start/start-one.page.js'), 'StartOnePage'),
});
const scan = createRoute({
  ...under,
  path: '/scan',
  component: lazyRouteComponent(() => import('./scan/scan.page.js'), 'ScanPage'),
});
const boardCheck = createRoute({
  ...under,
  path: '/boards/$noticeId',
  component: lazyRouteComponent(() => import('./scan/board-check.page.js'), 'BoardCheckPage'),
});
const messages = createRoute({
  ...under,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages/messages.page.js'), 'MessagesPage'),
});
const mine = createRoute({
  ...under,
  path: '/mine',
  component: lazyRouteComponent(() => import('./mine/mine.page.js'), 'MinePage'),
});
const mineLists = createRoute({
  ...under,
  path: '/mine/$list',
  component: lazyRouteComponent(() => import('./mine/mine-list.page.js'), 'MineListPage'),
});
const security = createRoute({
  ...under,
  path: '/security',
  component: lazyRouteComponent(() => import('./mine/security.page.js'), 'SecurityPage'),
});
const queue = createRoute({
  ...under,
  path: '/queue',
  component: lazyRouteComponent(() => import('./queue/queue.page.js'), 'QueuePage'),
});
const oneCase = createRoute({
  ...under,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./cases/phone-case.page.js'), 'PhoneCasePage'),
});
const find = createRoute({
  ...under,
  path: '/find',
  validateSearch: ({ q }: { readonly q?: unknown }): { q?: string } =>
    typeof q === 'string' && q !== '' ? { q } : {},
  component: lazyRouteComponent(() => import('./cases/find.page.js'), 'FindPage'),
});

const routeTree = root.addChildren([
  ...[home, inbox, task],
  ...[start, startOne, scan, boardCheck, messages],
  ...[mine, mineLists, security, queue],
  ...[oneCase, find],
]);

/**
 * The desk's router is the registered one: links of the phone name their addresses as text (`parts/to.ts`). `history`: of a page that
 * the server draws; absent: the browser's.
 */
export const phoneRouter = ({ history }: { readonly history?: RouterHistory } = {}) =>
  createRouter({
    routeTree,
    basepath: '/m',
    // What the library writes for it into a page that a server draws is a script, and our pages allow none.
    scrollRestoration: history === undefined,
    scrollToTopSelectors: ['.ph-b'],
    defaultPendingComponent: PageReading,
    defaultPendingMs: 300,
    defaultErrorComponent: PageFailed,
    ...(history && { history }),
  });

export type PhoneRouter = ReturnType<typeof phoneRouter>;
