import { Link, type LinkProps } from '@tanstack/react-router';
import { Breadcrumb } from 'antd';

interface CrumbsProps {
  readonly trail: readonly (Pick<LinkProps, 'to' | 'params'> & { readonly label: string })[];
  readonly here?: string;
}

/** The way back; the page itself stands last. */
export const Crumbs = ({ trail, here }: CrumbsProps) => (
  <Breadcrumb
    className="crumb"
    items={[
      ...trail.map(({ label, ...link }) => ({ key: label, title: <Link {...link}>{label}</Link> })),
      ...(here === undefined ? [] : [{ key: here, title: here }]),
    ]}
  />
);
