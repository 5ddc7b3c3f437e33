import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { chinese } from './chinese.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureApi } from '../client/configure-api.js';
import { newQueryClient } from '../client/query-client.js';
import { ScriptsAreThere } from '../kit/scripts-are-there.js';
import { styleNonceOf } from '../style-nonce.js';
import '../kit/tokens.css';
import '../kit/parts.css';
import './desk.css';
import { leaveOpenLists } from './leave-open-lists.js';
import { readAhead } from './read-ahead.js';
import { router } from './router.js';
import { theme } from './theme.js';

/**
 * Dialogs and menus lie here and not in the body itself: in the body antd's dialogs would lock the window's scrolling by a
 * style sheet without a nonce, and the window of the desk never scrolls.
 */
const overlays = document.getElementById('overlays')!;

configureApi();
leaveOpenLists(window);
// Behind the first page: nobody pastes before he has read it.
void import('../forms/clean-pastes.js').then(({ cleanPastes }) => cleanPastes(document));
const client = newQueryClient();

const begin = (): void =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <ScriptsAreThere />
      <ConfigProvider
        locale={chinese}
        theme={theme}
        csp={{ nonce: styleNonceOf(document) }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        getPopupContainer={() => overlays}
      >
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </StrictMode>,
  );

void readAhead(client, window.location).then(begin);
