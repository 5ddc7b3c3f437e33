import { node, testRule } from '../drawing.fixture.js';
import { statedTime } from './stated-time.rule.js';

const send = (timeToLive: string): string => node('sendTask', 't', `<wq:send timeToLive="${timeToLive}"/>`);
const level = (attributes: string): string => node('userTask', 't', `<wq:serviceLevel ${attributes}/>`);

testRule(statedTime, {
  valid: {
    'a time to live': send('PT1H'),
    'none at all': send('PT0S'),
    'one that is computed': send('=keep'),
    'one of now': send('=until - now()'),
    'one that has passed': send('=duration(&quot;-PT1H&quot;)'),
    'a day that comes': level('due="=&quot;2026-08-31&quot;"'),
    'a moment': level('due="=date and time(&quot;2026-08-31T17:30:00+08:00&quot;)"'),
    'a day that is read': level('due="=meeting.day" from="=proposedOn"'),
    today: level('term="5W" from="=today()"'),
    'a day of the calendar of the town': level('due="=add working days(&quot;2026-08-24&quot;, 5)"'),
    'another word': node('userTask', 't', '<wq:ballot due="=1"/>'),
  },
  invalid: {
    'a negative time to live': [send('-PT1H'), ['t', '保留时长「-PT1H」不成立，请改写，例如 PT1H']],
    'one in months': [send('P1M'), ['t', '保留时长']],
    'one that cannot be counted': [send('P100000D'), ['t', '保留时长']],
    words: [send('一小时'), ['t', '保留时长']],
    'an expression that is no duration': [send('=5'), ['t', '保留时长']],
    'an expression without a value': [send('=duration(&quot;soon&quot;)'), ['t', '保留时长']],
    'a day that the calendar has not': [level('due="=&quot;2026-02-30&quot;"'), ['t', '截止日']],
    'no day at all': [level('due="=date(&quot;2026-02-30&quot;)"'), ['t', '截止日']],
    'a month that is none': [level('term="5W" from="=&quot;2026-13-01&quot;"'), ['t', '起算日']],
    'a long text': [level(`due="=&quot;${'x'.repeat(200)}&quot;"`), ['t', '截止日「="x{58}…」不成立']],
  },
});
