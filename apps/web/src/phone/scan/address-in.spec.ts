import { addressIn } from './address-in.js';

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
