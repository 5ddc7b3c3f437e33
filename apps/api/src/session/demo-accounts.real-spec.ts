import { ApiUnderTest } from '../testing/api-under-test.js';

const demoAccounts = { password: 'p', accounts: [{ login: 'a', title: '村文书', sees: '待办' }] };

it.each([
  ['a demo tells everybody', { demo: true, demoAccounts }, demoAccounts],
  ['a demo of which nothing was told names nobody', { demo: true }, { password: null, accounts: [] }],
  ['where real cases run nobody is named', { demo: false, demoAccounts }, { password: null, accounts: [] }],
])('%s', async (_, settings, told) => {
  const api = await ApiUnderTest.start('demo_accounts', settings);
  try {
    const { status, body } = await api.visitor().get('/api/demo-accounts');
    expect([status, body]).toEqual([200, told]);
  } finally {
    await api.stop();
  }
});
