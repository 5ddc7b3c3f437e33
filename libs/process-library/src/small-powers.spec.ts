import { libraryProcesses } from './library-processes.js';
import { smallPowers } from './small-powers.js';

const powers = smallPowers().groups.flatMap((group) => group.powers);
const keys = libraryProcesses().map(({ key }) => key);

describe('the shipped list of small powers', () => {
  it('has each power once', () => {
    expect(powers.length).toBeGreaterThan(0);
    expect(new Set(powers.map(({ key }) => key)).size).toBe(powers.length);
  });

  it.each(powers)('$title says who uses it, who watches, by what, with what, and how', (power) => {
    const { key, title, holder, supervisor, basis, materials, forbidden, steps, process } = power;
    const texts = [key, title, holder, supervisor, ...basis, ...materials, ...forbidden];
    expect(texts.every((text) => text.trim() !== '')).toBe(true);
    expect([basis, materials, forbidden, steps].every((list) => list.length > 0)).toBe(true);
    expect(process === undefined || keys.includes(process)).toBe(true);
  });
});
