import { VisibleText } from '../../http/visible-text.js';

/** A reason in words, which journal and audit keep. */
export const GivenReason = (): PropertyDecorator => VisibleText(500, '请填写理由，不超过 500 个字。');
