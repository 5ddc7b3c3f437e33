import fc from 'fast-check';
import { drawing, start } from '../lint/drawing.fixture.js';
import { bytesMax } from './check-text.js';
import { readXml } from './read-xml.js';

describe('readXml', () => {
  it('reads BPMN', async () =>
    expect(await readXml(drawing(start))).toMatchObject({ ok: true, value: { warnings: [] } }));

  it('resolves references with the prefix of the target namespace, and no others', async () => {
    const xml =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:own="urn:x" xmlns:far="urn:y" targetNamespace="urn:x">' +
      '<message id="m"/><process id="p"><receiveTask id="a" messageRef="own:m"/><receiveTask id="b" messageRef="far:m"/><receiveTask id="c" messageRef="own:gone"/></process></definitions>';
    const read = await readXml(xml);
    expect(read.ok && read.value.warnings.map(({ value }) => value)).toEqual(['far:m', 'own:gone']);
    expect(read).toMatchObject({
      value: {
        definitions: { rootElements: [{}, { flowElements: [{ messageRef: { id: 'm' } }, {}, {}] }] },
      },
    });
  });

  it.each<[string, string, string, number | undefined]>([
    ['nothing', '', 'well-formed-xml', 1],
    ['words', 'hello', 'well-formed-xml', 1],
    ['a tag cut short', '<a', 'well-formed-xml', 1],
    ['other XML', '<x/>', 'well-formed-xml', undefined],
    ['tags that do not match', drawing('<bpmn:startEvent id="s">'), 'well-formed-xml', 4],
    [
      'a document type',
      `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>${drawing(start)}`,
      'document-type',
      2,
    ],
    ['a NUL byte', drawing('\0'), 'control-character', 3],
    ['a NUL entity', drawing('<bpmn:task id="t" name="&#0;"/>'), 'control-character', 3],
    ['half a pair', drawing('\ud800'), 'control-character', 3],
    ['half a pair by reference', drawing('<bpmn:task id="t" name="&#xDC00;"/>'), 'control-character', 3],
    ['a reference beyond Unicode', drawing('<bpmn:task id="t" name="&#x110000;"/>'), 'control-character', 3],
    ['too much text', drawing('村'.repeat(bytesMax / 3)), 'text-limits', undefined],
    ['far too much text', 'x'.repeat(bytesMax + 1), 'text-limits', undefined],
  ])('refuses %s with the line', async (_title, xml, rule, line) => {
    const result = await readXml(xml);
    expect(result).toMatchObject({ ok: false, error: [{ severity: 'error', rule }] });
    expect(!result.ok && result.error[0]?.line).toBe(line);
  });

  it('answers every text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map(drawing),
      fc.string().map((name) => `<${name}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (xml) => {
        const result = await readXml(xml);
        expect(result.ok || result.error.length).toBeTruthy();
      }),
    );
  });
});
