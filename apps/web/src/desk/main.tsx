import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import { chinese } from './chinese.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureApi } from '../client/configure-api.js';
import { newQueryClient } from '../client/query-client.js';
import { styleNonceOf } from '../style-nonce.js';
import '../kit/tokens.css';
import '../kit/parts.css';
import './desk.css';
import { router } from './router.js';
import { theme } from './theme.js';

configureApi();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider
      locale={chinese}
      theme={theme}
      csp={{ nonce: styleNonceOf(document) }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false}>
        <QueryClientProvider client={newQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
