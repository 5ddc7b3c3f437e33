import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { accountsSearch } from './organization/accounts-search.js';
import { organizationSearch } from './organization/organization-search.js';
import { securityLogSearch } from './organization/security-log-search.js';
import { casesSearch } from './cases/cases-search.js';
import { ledgerSearch, proposeSearch } from './ledgers/ledger-search.js';
import { inboxSearch } from './inbox/inbox-search.js';
import { ordersSearch } from './supervision/orders-search.js';
import { messagesSearch } from './messages/messages-search.js';
import { inspectionSearch } from './supervision/inspection-search.js';
import { watchSearch } from './supervision/watch-search.js';
import { Shell } from './shell/shell.js';
import { NoSuchPage, PageFailed, PageLoading } from './states/page-states.js';

interface StartSearch {
  /** The case that the new one comes out of. */
  readonly firstCaseId?: string;
  /** Which process is begun. */
  readonly processKey?: string;
}

const root = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage });
const under = { getParentRoute: () => root };

const home = createRoute({
  ...under,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});
const inbox = createRoute({
  ...under,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox.page.js'), 'InboxPage'),
});
const task = createRoute({
  ...under,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(() => import('./inbox/task.page.js'), 'TaskPage'),
});
const cases = createRoute({
  ...under,
  path: '/cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('./cases/cases.page.js'), 'CasesPage'),
});
const oneCase = createRoute({
  ...under,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./cases/case.page.js'), 'CasePage'),
});
const copies = createRoute({
  ...under,
  path: '/copies',
  validateSearch: ({ unread }: { readonly unread?: unknown }): { unread?: true } =>
    unread === true ? { unread } : {},
  component: lazyRouteComponent(() => import('./cases/copies.page.js'), 'CopiesPage'),
});
const drafts = createRoute({
  ...under,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./inbox/drafts.page.js'), 'DraftsPage'),
});
const start = createRoute({
  ...under,
  path: '/start',
  validateSearch: ({ firstCaseId, processKey }: Readonly<Record<string, unknown>>): StartSearch => ({
    ...(typeof firstCaseId === 'string' && { firstCaseId }),
    ...(typeof processKey === 'string' && { processKey }),
  }),
  component: lazyRouteComponent(() => import('./cases/start.page.js'), 'StartPage'),
});
const alerts = createRoute({
  ...under,
  path: '/alerts',
  validateSearch: ({ open }: { readonly open?: unknown }): { open?: true } => (open === true ? { open } : {}),
  component: lazyRouteComponent(() => import('./supervision/alerts.page.js'), 'AlertsPage'),
});
const messages = createRoute({
  ...under,
  path: '/messages',
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('./messages/messages.page.js'), 'MessagesPage'),
});
const supervision = createRoute({
  ...under,
  path: '/supervision',
  validateSearch: watchSearch,
  component: lazyRouteComponent(() => import('./supervision/watch.page.js'), 'WatchPage'),
});
const watchedUnit = createRoute({
  ...under,
  path: '/supervision/units/$unitId',
  component: lazyRouteComponent(() => import('./supervision/unit.page.js'), 'UnitPage'),
});
const orders = createRoute({
  ...under,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('./supervision/orders.page.js'), 'OrdersPage'),
});
const oneOrder = createRoute({
  ...under,
  path: '/orders/$caseId',
  component: lazyRouteComponent(() => import('./supervision/order.page.js'), 'OrderPage'),
});
const inspection = createRoute({
  ...under,
  path: '/inspection',
  validateSearch: inspectionSearch,
  component: lazyRouteComponent(() => import('./supervision/inspection.page.js'), 'InspectionPage'),
});
const noticeReview = createRoute({
  ...under,
  path: '/inspection/notices/$noticeId',
  validateSearch: ({ look }: { readonly look?: unknown }): { look?: 'onsite' } =>
    look === 'onsite' ? { look } : {},
  component: lazyRouteComponent(() => import('./supervision/notice-review.page.js'), 'NoticeReviewPage'),
});
const ledgers = createRoute({
  ...under,
  path: '/ledgers',
  component: lazyRouteComponent(() => import('./ledgers/ledgers.page.js'), 'LedgersPage'),
});
const ledger = createRoute({
  ...under,
  path: '/ledgers/$ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('./ledgers/ledger.page.js'), 'LedgerPage'),
});
const ledgerEdits = createRoute({
  ...under,
  path: '/ledgers/$ledger/edits',
  component: lazyRouteComponent(() => import('./ledgers/ledger-edits.page.js'), 'LedgerEditsPage'),
});
const proposeEdit = createRoute({
  ...under,
  path: '/ledgers/$ledger/propose',
  validateSearch: proposeSearch,
  component: lazyRouteComponent(() => import('./ledgers/propose.page.js'), 'ProposePage'),
});
const ledgerRow = createRoute({
  ...under,
  path: '/ledger-rows/$rowId',
  component: lazyRouteComponent(() => import('./ledgers/ledger-row.page.js'), 'LedgerRowPage'),
});
const slips = createRoute({
  ...under,
  path: '/slips',
  validateSearch: ({ box }: { readonly box?: unknown }): { box?: 'sent' } => (box === 'sent' ? { box } : {}),
  component: lazyRouteComponent(() => import('./slips/slips.page.js'), 'SlipsPage'),
});
const letters = createRoute({
  ...under,
  path: '/letters',
  validateSearch: ({ box }: { readonly box?: unknown }): { box?: 'issued' } =>
    box === 'issued' ? { box } : {},
  component: lazyRouteComponent(() => import('./letters/letters.page.js'), 'LettersPage'),
});
const incidents = createRoute({
  ...under,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./processes/incidents.page.js'), 'IncidentsPage'),
});
const migrations = createRoute({
  ...under,
  path: '/migrations',
  component: lazyRouteComponent(() => import('./processes/migrations.page.js'), 'MigrationsPage'),
});
const accounts = createRoute({
  ...under,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./organization/accounts.page.js'), 'AccountsPage'),
});
const accessTokens = createRoute({
  ...under,
  path: '/access-tokens',
  component: lazyRouteComponent(() => import('./organization/access-tokens.page.js'), 'AccessTokensPage'),
});
const organization = createRoute({
  ...under,
  path: '/organization',
  validateSearch: organizationSearch,
  component: lazyRouteComponent(() => import('./organization/organization.page.js'), 'OrganizationPage'),
});
const securityLog = createRoute({
  ...under,
  path: '/security-log',
  validateSearch: securityLogSearch,
  component: lazyRouteComponent(() => import('./organization/security-log.page.js'), 'SecurityLogPage'),
});
const security = createRoute({
  ...under,
  path: '/security',
  component: lazyRouteComponent(() => import('./account/security.page.js'), 'SecurityPage'),
});
const printTask = createRoute({
  ...under,
  path: '/print/tasks/$taskId',
  validateSearch: ({ blank }: { readonly blank?: unknown }): { blank?: true } =>
    blank === true ? { blank } : {},
  component: lazyRouteComponent(() => import('./print/print-task.page.js'), 'PrintTaskPage'),
});
const printPaper = createRoute({
  ...under,
  path: '/print/cases/$caseId/$paper',
  component: lazyRouteComponent(() => import('./print/print-paper.page.js'), 'PrintPaperPage'),
});
/** Shown by the shell, which lets it be seen without a session. */
const invitation = createRoute({ ...under, path: '/invitation' });

/** A folder a role, a file a page; every page comes when it is asked for. */
const routeTree = root.addChildren([
  ...[home, inbox, task, drafts, messages],
  ...[cases, oneCase, copies, start],
  ...[alerts, supervision, watchedUnit, orders, oneOrder],
  ...[inspection, noticeReview],
  ...[ledgers, ledger, ledgerEdits, proposeEdit, ledgerRow],
  slips,
  letters,
  ...[incidents, migrations],
  ...[organization, accounts, accessTokens, invitation, security, securityLog],
  ...[printTask, printPaper],
]);

export const router = createRouter({
  routeTree,
  basepath: '/app',
  scrollRestoration: true,
  scrollToTopSelectors: ['main'],
  defaultPendingComponent: PageLoading,
  defaultPendingMs: 300,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
