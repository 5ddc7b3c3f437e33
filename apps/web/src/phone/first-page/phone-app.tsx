import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { PhoneRouter } from '../router.js';

interface PhoneAppProps {
  readonly client: QueryClient;
  readonly router: PhoneRouter;
}

/** The whole phone, in a browser and where the server draws its first page. */
export const PhoneApp = ({ client, router }: PhoneAppProps) => (
  <QueryClientProvider client={client}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
