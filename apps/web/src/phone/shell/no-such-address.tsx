import { partWords } from '../../words/part.words.js';
import { Header } from '../parts/header.js';
import { Page } from './page.js';
import { NoSuchPage } from './page-states.js';

/** Where an address leads nowhere: the tabs are still there. */
export const NoSuchAddress = () => (
  <Page hasTabs header={<Header title={partWords.product} />}>
    <NoSuchPage />
  </Page>
);
