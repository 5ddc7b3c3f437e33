import fc from 'fast-check';
import { agentOf } from './agent-of.js';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
    'Windows · Chrome',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
    'Windows · Edge',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; V2055A) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
    '安卓 · 微信',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    'iPhone · Safari',
  ],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 4.1) AppleWebKit/537.36 Chrome/114.0 Safari/537.36 HuaweiBrowser/5.0',
    '鸿蒙 · 华为浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Linux · Firefox'],
  ['curl/8.5.0', '未知设备'],
  [undefined, '未知设备'],
])('%s is %s', (userAgent, name) => expect(agentOf(userAgent)).toBe(name));

it('keeps nothing of what it was sent', () =>
  fc.assert(
    fc.property(fc.string(), (text) => /^(未知设备|[\p{Script=Han}A-Za-z0-9 ·]+)$/u.test(agentOf(text))),
  ));
