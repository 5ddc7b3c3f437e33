import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureApi } from '../client/configure-api.js';
import { newQueryClient } from '../client/query-client.js';
import '../kit/tokens.css';
import '../kit/parts.css';
import './phone.css';
import { PhoneHome } from './phone-home.js';

configureApi();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <PhoneHome />
    </QueryClientProvider>
  </StrictMode>,
);
