/**
 * What is tried first: beginnings of the lists of passwords that became known (NCSC's hundred thousand, the Chinese
 * leaks of CSDN and Tianya), as words without the figures and signs that people hang on to them.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passw0rd passwd mima admin administrator root user guest test testing demo default changeme letmein welcome
   login master secret system server service security manager office computer internet network windows microsoft
   qwerty qwertyuiop qwertyui asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc zaqwsx qweasd qweasdzxc qweqwe
   asdasd zxczxc abc abcd abcde abcdef abcdefg abcabc aaa aaaa abc123abc xyz iloveyou loveyou lovely love forever
   sunshine princess monkey dragon football baseball basketball superman batman michael jordan jennifer charlie
   summer winter spring autumn hello helloworld freedom whatever trustno starwars flower cookie cheese banana
   woaini woaini1314 woainimama woaiwojia aini iloveu wangyi taobao baidu tencent qqqq wechat weixin alipay zhifubao
   china zhongguo beijing shanghai shanxi shandong henan hebei guangdong woaizhongguo nihao nihaoma zhangwei wangwei
   lijing lina wangfang liuyang zhangli chenwei xiaoming dangyuan dangzhibu cunwei cunwenshu zhenzhengfu shuji zhuren
   wuqing wuqingdemo wuqing-demo wuqingxian yewu gongzuo bangong bangongshi yonghu guanliyuan woshi woshiyonghu`.split(
    /\s+/,
  ),
);

/** Rows of keys and of letters, of which pieces are no secret in either direction. */
export const commonRuns = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '!@#$%^&*()',
] as const;
