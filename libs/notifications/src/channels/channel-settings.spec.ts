import { channelSettingsFrom, channelsNamedIn, channelsOn } from './channel-settings.js';

const hook = {
  WUQING_NOTIFY_ALLOWED: 'https://hook.town.example, smtp://mail.town.example:25',
  WUQING_WEBHOOK_URL: 'https://hook.town.example/wuqing?x=1',
  WUQING_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
};
const mail = {
  WUQING_NOTIFY_ALLOWED: 'smtp://mail.town.example:25',
  WUQING_SMTP_URL: 'smtp://user:pa%3Ass@mail.town.example:25',
  WUQING_SMTP_FROM: 'wuqing@town.example',
};
const wecom = { WUQING_WECOM_CORP_ID: 'ww1', WUQING_WECOM_AGENT_ID: '7', WUQING_WECOM_SECRET: 's' };
const dingtalk = {
  WUQING_DINGTALK_APP_KEY: 'd',
  WUQING_DINGTALK_AGENT_ID: '8',
  WUQING_DINGTALK_APP_SECRET: 's',
};

describe('the settings of channels', () => {
  it('has none on where nothing is set', () => {
    expect(channelsOn(channelSettingsFrom({}))).toEqual([]);
    expect(channelsNamedIn({ WUQING_SMTP_URL: '' })).toEqual([]);
  });

  it.each([
    ['webhook', hook],
    ['mail', mail],
    ['wecom', wecom],
    ['dingtalk', dingtalk],
  ])('has %s on by its own variables', (name, env) => {
    expect(channelsOn(channelSettingsFrom(env))).toEqual([name]);
    expect(channelsNamedIn(env)).toEqual([name]);
  });

  it('speaks to the servers of 企业微信 and 钉钉 themselves where nothing else is said', () => {
    expect(channelSettingsFrom(wecom).wecom!.url).toBe('https://qyapi.weixin.qq.com');
    expect(channelSettingsFrom(dingtalk).dingtalk!.url).toBe('https://oapi.dingtalk.com');
  });

  it.each([
    ['a webhook that is not allowed', { ...hook, WUQING_NOTIFY_ALLOWED: '' }, 'https://hook.town.example'],
    ['another port', { ...hook, WUQING_WEBHOOK_URL: 'https://hook.town.example:8443/' }, ':8443'],
    ['another scheme', { ...hook, WUQING_WEBHOOK_URL: 'http://hook.town.example/' }, 'http://hook'],
    [
      'a host that only begins so',
      { ...hook, WUQING_WEBHOOK_URL: 'https://hook.town.example.evil/' },
      'evil',
    ],
    [
      'a user that looks like a host',
      { ...hook, WUQING_WEBHOOK_URL: 'https://hook.town.example@169.254.169.254/' },
      '169.254',
    ],
    [
      'a file',
      { ...hook, WUQING_NOTIFY_ALLOWED: 'file://', WUQING_WEBHOOK_URL: 'file:///etc/passwd' },
      'https://',
    ],
    ['a secret that is short', { ...hook, WUQING_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, '24 bytes'],
    ['no secret', { ...hook, WUQING_WEBHOOK_SECRET: '' }, 'WUQING_WEBHOOK_SECRET'],
    ['no address', { ...hook, WUQING_WEBHOOK_URL: 'hook' }, 'WUQING_WEBHOOK_URL'],
    [
      'a mail server that is not allowed',
      { ...mail, WUQING_NOTIFY_ALLOWED: '' },
      'smtp://mail.town.example:25',
    ],
    ['mail from nobody', { ...mail, WUQING_SMTP_FROM: '' }, 'WUQING_SMTP_FROM'],
    [
      'another 企业微信 that is not allowed',
      { ...wecom, WUQING_WECOM_URL: 'http://127.0.0.1:1' },
      '127.0.0.1:1',
    ],
    [
      'an agent that is no number',
      { ...dingtalk, WUQING_DINGTALK_AGENT_ID: 'x' },
      'WUQING_DINGTALK_AGENT_ID',
    ],
  ])('refuses %s with a sentence', (_what, env, named) => {
    expect(() => channelSettingsFrom(env)).toThrow(named);
  });

  it('tells no password in a refusal', () => {
    const env = { ...mail, WUQING_NOTIFY_ALLOWED: '' };
    expect(() => channelSettingsFrom(env)).toThrow(/^(?!.*pa).*$/);
  });
});
