import { passwordFault } from './password-rules.js';

describe('a new password is refused where it is', () => {
  it.each([
    ['short', /至少 10/],
    ['the old one', /原密码/],
    ['xx-clerk-xx', /账号名/],
    ['aaaaaaaaaab', /过于简单/],
    ['198503121985', /只有数字/],
    ['13812345678', /只有数字/],
    ['password2026', /常见/],
    ['P@ssw0rd2026', /常见/],
    ['qwertyuiop[]', /常见/],
    ['1qaz2wsx3edc', /常见/],
    ['Abcd1234abcd', /常见/],
    ['dog1!dog1!dog1!', /常见/],
    ['woaini1314!!', /常见/],
    ['wuqing-demo', /常见/],
    ['Admin@123456', /常见/],
    ['admin-password-1', /常见/],
    ['0987654321qwer', /常见/],
  ])('%s', (next, fault) => expect(passwordFault(next, 'Clerk', 'the old one')).toMatch(fault));
});

it.each([
  'a better horse',
  'long enough 1',
  '柳河的桥修了三年才通',
  'Tm7-kvQ!x2pL',
  '8#2$9!7%4a-',
  'correct horse 42',
])('%s is none of these', (next) => expect(passwordFault(next, 'clerk', 'the old one')).toBeUndefined());
