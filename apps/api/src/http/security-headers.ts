import helmet from 'helmet';

const SELF = ["'self'"];

/** Nothing from elsewhere, ever: the pages run where there is no Internet. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: SELF,
      scriptSrc: SELF,
      styleSrcElem: SELF,
      // The diagram viewer writes style attributes, its watermark among them.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: SELF,
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: SELF,
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
});

/** The same for one page, whose own style sheets carry the nonce of its answer. */
export const withStyleNonce = (policy: string, nonce: string): string =>
  policy.replace("style-src-elem 'self'", `style-src-elem 'self' 'nonce-${nonce}'`);
