import QRCode from 'qrcode';
import { html, type Html } from './html.js';

/** Blank modules around the code, as readers need them. */
const QUIET = 4;

/** A QR code as one path of an SVG; `label` says what it leads to for whoever does not see it. */
export function qrCode(text: string, label: string): Html {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const path = Array.from(data).reduce(
    (drawn, dark, at) => (dark ? `${drawn}M${at % size} ${Math.floor(at / size)}h1v1h-1z` : drawn),
    '',
  );
  const side = size + 2 * QUIET;
  return html`<svg
    viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
    width="104"
    height="104"
    role="img"
    aria-label="${label}"
  >
    <path d="${path}" fill="#1D2129" />
  </svg>`;
}
