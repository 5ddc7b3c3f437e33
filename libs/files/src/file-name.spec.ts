import fc from 'fast-check';
import { dispositionOf, keptName, oldExtensionOf } from './file-name.js';

it.each([
  ['会议记录.pdf', '会议记录.pdf'],
  ['会议记录', '会议记录.pdf'],
  ['照片.pdf.exe', '照片.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\fakepath\\名单.xlsx', '名单.pdf'],
  ['一\u202e二.txt', '一二.pdf'],
  ['  多  个\t空格 .doc', '多 个空格.pdf'],
  ['...', '未命名.pdf'],
  ['甲'.repeat(500), `${'甲'.repeat(100)}.pdf`],
  ['𬭎'.repeat(500), `${'𬭎'.repeat(100)}.pdf`],
])('%j is kept as %j', (original, kept) => expect(keptName(original, 'pdf')).toBe(kept));

it('whatever a file is called, its name can do no harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
      const name = keptName(original, 'pdf');
      expect(name).toMatch(/^[^/\\:*?"<>|\p{C}]{1,100}\.pdf$/u);
      expect(name.startsWith('.')).toBe(false);
      expect(dispositionOf(name)).toMatch(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%!*-]*$/,
      );
    }),
  );
});

it.each([
  ['名单.XLS', 'xls'],
  ['名单.wps', 'wps'],
  ['名单.exe', 'doc'],
  ['名单', 'doc'],
])('an old office file called %j ends in %s', (original, extension) =>
  expect(oldExtensionOf(original)).toBe(extension),
);
