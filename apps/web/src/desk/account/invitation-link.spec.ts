import fc from 'fast-check';
import { invitationIn, invitationLink } from './invitation-link.js';

const CODE = 'ABCDE-01234-FGHJK-56789';

it('an invitation comes out of its link as it went in, and the server is asked for nothing of it', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/), (login) => {
      const link = new URL(invitationLink('https://wuqing.example', { login, code: CODE }));
      expect([link.pathname, link.search]).toEqual(['/app/invitation', '']);
      expect(invitationIn(link.hash)).toEqual({ login, code: CODE });
    }),
  ));

it.each([
  '',
  '#',
  '#clerk',
  `#/${CODE}`,
  '#clerk/short',
  `#clerk/${CODE}<b>`,
  `#a b/${CODE}`,
  `clerk/${CODE}`,
])('nothing is read out of %j', (hash) => expect(invitationIn(hash)).toBeUndefined());
