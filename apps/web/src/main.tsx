import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { AccountsPage } from './desk/accounts.page.js';
import { AlertsPage } from './desk/alerts.page.js';
import { CasePage } from './desk/case.page.js';
import { CasesPage } from './desk/cases.page.js';
import { Frame } from './desk/frame.js';
import { IncidentsPage } from './desk/incidents.page.js';
import { InvitationPage } from './desk/invitation.page.js';
import { MigrationsPage } from './desk/migrations.page.js';
import { StartPage } from './desk/start.page.js';
import { TaskPage } from './desk/task.page.js';
import { TasksPage } from './desk/tasks.page.js';
import './shared/style.css';
import './shared/operations.css';

interface StartSearch {
  /** The case that the new one comes out of. */
  readonly firstCaseId?: string;
}

const root = createRootRoute({ component: Frame });
const route = <Path extends string>(path: Path, component: () => React.JSX.Element) =>
  createRoute({ getParentRoute: () => root, path, component });
const routeTree = root.addChildren([
  route('/', TasksPage),
  route('/tasks/$taskId', TaskPage),
  route('/cases', CasesPage),
  route('/cases/$caseId', CasePage),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: StartPage,
    validateSearch: ({ firstCaseId }: { readonly firstCaseId?: unknown }): StartSearch =>
      typeof firstCaseId === 'string' ? { firstCaseId } : {},
  }),
  route('/alerts', AlertsPage),
  route('/incidents', IncidentsPage),
  route('/accounts', AccountsPage),
  route('/invitation', InvitationPage),
  route('/migrations', MigrationsPage),
]);
const router = createRouter({ routeTree, basepath: '/app' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { staleTime: 2_000, retry: 1 } } })}
    >
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
