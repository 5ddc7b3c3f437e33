/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. It comes in by the door. */
export type Sha256 = (text: string) => string;
