import { html, type Html } from '../html.js';

/** Where a code is typed as it was written down, with the button that asks for it; `fault` where nothing bears it. */
export const codeField = (label: string, typed: string, fault?: string): Html =>
  html`<label for="code"><b>${label}</b></label>
    <div class="beside">
      <input
        id="code"
        name="code"
        class="inp"
        value="${typed}"
        maxlength="40"
        autocomplete="off"
        autocapitalize="characters"
        ${fault === undefined ? html`` : html`aria-invalid="true" aria-describedby="code-fault"`}
      />
      <button class="btn pri">查</button>
    </div>
    ${fault === undefined ? html`` : html`<p class="msg" id="code-fault" role="alert">${fault}</p>`}`;
