import fc from 'fast-check';
import { openAddress, sealAddress } from './address-cipher.js';
import { faultOfAddress, maskedAddress } from './address-shape.js';

const old = { current: 'k1', keys: { k1: Buffer.alloc(32, 1) } };
const ring = { current: 'k2', keys: { ...old.keys, k2: Buffer.alloc(32, 2) } };

describe('a sealed address', () => {
  it('opens for its person, under every key of the ring', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (address, person) => {
        expect(openAddress(sealAddress(address, person, ring), person, ring)).toBe(address);
        expect(openAddress(sealAddress(address, person, old), person, ring)).toBe(address);
      }),
    );
  });

  it('is another each time, and shows nothing of what it holds', () => {
    const sealed = [1, 2].map(() => sealAddress('zhang@example.cn', 'p', ring));
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed.join('')).not.toMatch(/zhang|example/);
  });

  it.each([
    ['another person', (text: string) => [text, 'q'] as const],
    [
      'a changed sign',
      (text: string) =>
        [`${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}${text.at(-1)}`, 'p'] as const,
    ],
    ['a key that is gone', (text: string) => [text.replace('k2.', 'k9.'), 'p'] as const],
    ['another key', (text: string) => [text.replace('k2.', 'k1.'), 'p'] as const],
    ['nothing', () => ['', 'p'] as const],
  ])('does not open: %s', (_what, changed) => {
    const [text, person] = changed(sealAddress('zhang@example.cn', 'p', ring));
    expect(() => openAddress(text, person, ring)).toThrow(/^(?!.*zhang)Expected/);
  });
});

describe('the shape of an address', () => {
  it.each([
    ['mail', 'zhang@example.cn', true],
    ['mail', 'a.b+c@mail.town.gov.cn', true],
    ['mail', 'zhang', false],
    ['mail', 'zhang@localhost', false],
    ['mail', 'a@example.cn, b@example.cn', false],
    ['mail', 'a@example.cn\r\nBcc: b@example.cn', false],
    ['mail', '张 <a@example.cn>', false],
    ['mail', `${'a'.repeat(65)}@example.cn`, false],
    ['mail', `a@${'b'.repeat(64)}.cn`, false],
    ['wecom', 'zhangsan', true],
    ['wecom', 'zhangsan|lisi', false],
    ['wecom', '@all', false],
    ['dingtalk', 'manager4220', true],
    ['dingtalk', 'a,b', false],
    ['dingtalk', '', false],
  ] as const)('%s %j: %s', (channel, address, isOne) => {
    const fault = faultOfAddress(channel, address);
    expect(fault === undefined).toBe(isOne);
    if (fault !== undefined) expect(fault).toMatch(/。$/);
  });

  it.each([
    ['mail', 'zhang@example.cn', 'z***@example.cn'],
    ['wecom', 'zhangsan', 'zh***'],
    ['dingtalk', 'm', 'm***'],
  ] as const)('%s is shown masked', (channel, address, masked) =>
    expect(maskedAddress(channel, address)).toBe(masked),
  );
});
