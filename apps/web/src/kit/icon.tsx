/** Line drawings on a grid of 20; what stands beside them says the same in words. */
const paths = {
  search: ['M14.5 9A5.5 5.5 0 1 1 3.5 9 5.5 5.5 0 0 1 14.5 9', 'm13.2 13.2 3.8 3.8'],
  bell: ['M5 14V9a5 5 0 0 1 10 0v5l1.2 1.5H3.8L5 14Z', 'M8.5 17.5h3'],
  down: ['m5.5 8 4.5 4.5L14.5 8'],
  menu: ['M3.5 5.5h13M3.5 10h13M3.5 14.5h13'],
  back: ['M4 8h8a4 4 0 0 1 0 8H8', 'M7 4.8 3.8 8 7 11.2'],
  info: ['M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0', 'M10 9.5v4M10 6.6v.2'],
  warn: ['M10 3.5 17 16H3z', 'M10 8v4M10 14.2v.2'],
  refused: ['M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0', 'm7.5 7.5 5 5M12.5 7.5l-5 5'],
  ok: ['M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0', 'm7 10.2 2.2 2.2 3.8-4.4'],
  clock: ['M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0', 'M10 6.5V10l2.5 1.5'],
  tick: ['m4 10.5 4 4 8-9'],
  hidden: ['M3 10s2.6-4.5 7-4.5S17 10 17 10s-2.6 4.5-7 4.5S3 10 3 10Z', 'm4 16 12-12'],
  eye: ['M3 10s2.6-4.5 7-4.5S17 10 17 10s-2.6 4.5-7 4.5S3 10 3 10Z', 'M12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0'],
  lock: ['M5 9h10v7H5z', 'M7 9V6.5a3 3 0 0 1 6 0V9'],
  offline: ['M6 15a3.5 3.5 0 0 1-.3-7 4.8 4.8 0 0 1 9.2 1.2A3 3 0 0 1 14.5 15z', 'm4 4 12 12.5'],
  left: ['m12 5.5-4.5 4.5 4.5 4.5'],
  right: ['m8 5.5 4.5 4.5L8 14.5'],
  plus: ['M10 4v12M4 10h12'],
  inbox: ['M3.5 11.5 5.5 4h9l2 7.5V16h-13zM3.5 11.5h4l1 2h3l1-2h4'],
  scan: [
    'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2M16.5 11.5v2M14 16.5h2.5v-1M11.5 16.5h.2',
  ],
  person: ['M13 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0', 'M4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5'],
  camera: ['M3 6.5h3L7.3 4.5h5.4L14 6.5h3v9.5H3z', 'M13 11a3 3 0 1 1-6 0 3 3 0 0 1 6 0'],
  picture: ['M3 4h14v12H3z', 'm3.5 14 4-4 3 3 2.5-2.5 3.5 3.5', 'M14 7.5a1 1 0 1 1-2 0 1 1 0 0 1 2 0'],
  paper: ['M5 3h7l3 3v11H5z', 'M12 3v3h3M7.5 10h5M7.5 13h5'],
  open: ['M16.5 10a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0'],
  minus: ['M4 10h12'],
  print: ['M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z'],
  pause: ['M7.5 5v10M12.5 5v10'],
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="ic" viewBox="0 0 20 20" aria-hidden="true">
    {paths[name].map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
);
