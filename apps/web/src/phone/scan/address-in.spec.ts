import { addressIn, noticeIn } from './address-in.js';

const ORIGIN = 'https://wuqing.example';

it.each([
  [`${ORIGIN}/notices/0198`, '/notices/0198'],
  [`${ORIGIN}/verify?code=AB-12`, '/verify?code=AB-12'],
  ['https://other.example/notices/0198', undefined],
  ['javascript:alert(1)', undefined],
  [`${ORIGIN}/app/accounts`, undefined],
  [`${ORIGIN}//other.example/notices`, undefined],
  ['不是网址', undefined],
  ['', undefined],
])('%s leads to %s', (text, address) => expect(addressIn(text, ORIGIN)).toBe(address));

it.each([
  ['/notices/0198f1e2-1111-7222-8333-444455556666', '0198f1e2-1111-7222-8333-444455556666'],
  ['/notices/0198f1e2-1111-7222-8333-444455556666/poster', undefined],
  ['/notices/0198', undefined],
  ['/verify?code=AB-12', undefined],
])('%s is the page of %s', (address, id) => expect(noticeIn(address)).toBe(id));
