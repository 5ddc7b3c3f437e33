import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureApi } from '../client/configure-api.js';
import { newQueryClient } from '../client/query-client.js';
import '../kit/tokens.css';
import '../kit/parts.css';
import './phone.css';
import { readAhead } from './read-ahead.js';
import { router } from './router.js';
import { registerWorker } from './worker/register-worker.js';

configureApi();
const client = newQueryClient();
readAhead(client, window.location);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
registerWorker();
