import { isNewEnough, parseGoVersion } from './go-toolchain.js';

describe('the version of Go', () => {
  it.each([
    ['go version go1.26.8 linux/amd64', [1, 26, 8]],
    ['go version go1.27 darwin/arm64', [1, 27, 0]],
    ['go version go1.27rc1 linux/amd64', [1, 27, 0]],
    ['command not found', null],
  ])('%s', (output, version) => {
    expect(parseGoVersion(output)).toEqual(version);
  });

  it.each([
    [[1, 26, 7], false],
    [[1, 26, 8], true],
    [[1, 26, 10], true],
    [[1, 27, 0], true],
    [[1, 9, 99], false],
    [[2, 0, 0], true],
  ])('%j is new enough: %s', (version, enough) => {
    expect(isNewEnough(version, '1.26.8')).toBe(enough);
  });
});
