export const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const wuqingNamespace = 'urn:wuqing:bpmn:1';
export const zeebeNamespace = 'http://camunda.org/schema/zeebe/1.0';

const attribute = (name: string) => ({ name, type: 'String', isAttr: true });

const extension = (name: string, attributes: readonly string[]) => ({
  name,
  superClass: ['Element'],
  properties: attributes.map(attribute),
});

/** An element that holds others of one type and says nothing itself. */
const container = (name: string, type: string) => ({
  name,
  superClass: ['Element'],
  properties: [{ name: `${type.toLowerCase()}s`, type, isMany: true }],
});

/**
 * The moddle descriptor of `wq:` for designers (bpmn-js). The compiler does not use it: it reads every `wq:` element
 * as it stands, so that a domain room can add one without a change here.
 */
export const wuqingModdle = {
  name: 'Wuqing',
  prefix: 'wq',
  uri: wuqingNamespace,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    extension('ServiceLevel', ['term', 'from', 'ladder', 'basis', 'unconfirmed']),
    extension('Guard', ['id', 'on', 'reject', 'message']),
    extension('Publication', ['kind', 'title', 'fields']),
    extension('Send', ['correlationKey', 'timeToLive']),
    extension('Confidential', ['level']),
    extension('Ballot', ['kind', 'secret', 'majority']),
    extension('Quorum', ['body', 'present', 'total', 'majority']),
    extension('DecisionBody', ['kind', 'source']),
    extension('Unconfirmed', ['item', 'note']),
    extension('Checks', ['steps']),
    container('Payload', 'Field'),
    container('Answer', 'Field'),
    extension('Field', [
      'name',
      'variable',
      'title',
      'type',
      'required',
      'maxLength',
      'minimum',
      'maximum',
      'maxItems',
      'values',
    ]),
  ],
} as const;
