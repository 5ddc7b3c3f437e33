import { jest } from '@jest/globals';
import { progressLines } from './progress.js';

describe('progress lines', () => {
  let written: string;
  let clock: number;
  const lines = (terminal: boolean) =>
    progressLines({ write: (text) => (written += text), terminal, now: () => clock });

  beforeEach(() => {
    written = '';
    clock = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tell each stage with its remark and its seconds', async () => {
    const value = await lines(false).stage('PostgreSQL', async (remark) => {
      clock = 1_240;
      remark('port 5');
      return 7;
    });
    expect(value).toBe(7);
    expect(written).toBe('✓ PostgreSQL (port 5) 1.2 s\n');
  });

  it('mark a failed stage and let its error through', async () => {
    const failing = lines(false).stage('Temporal', () => Promise.reject(new Error('no road')));
    await expect(failing).rejects.toThrow('no road');
    expect(written).toBe('✗ Temporal 0.0 s\n');
  });

  it('say every ten seconds that a long stage goes on', async () => {
    await lines(false).stage('Temporal', async (remark) => {
      remark('building it');
      clock = 10_000;
      jest.advanceTimersByTime(10_000);
    });
    expect(written).toBe('… Temporal building it 10.0 s\n✓ Temporal (building it) 10.0 s\n');
  });

  it('rewrite one line in a terminal', async () => {
    await lines(true).stage('Temporal', async () => {
      jest.advanceTimersByTime(2_000);
    });
    expect(written.split('\n')).toHaveLength(2);
    expect(written.match(/\r/g)).toHaveLength(3);
  });
});
