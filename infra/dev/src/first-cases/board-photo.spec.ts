import sharp from 'sharp';
import { boardPhoto } from './board-photo.js';

it('is a picture that a decoder takes, of more than one colour', async () => {
  const { format, width, height, channels } = await sharp(boardPhoto()).metadata();
  expect({ format, width, height, channels }).toEqual({
    format: 'png',
    width: 480,
    height: 360,
    channels: 3,
  });
  const { channels: colors } = await sharp(boardPhoto()).stats();
  expect(colors.every(({ stdev }) => stdev > 10)).toBe(true);
});
