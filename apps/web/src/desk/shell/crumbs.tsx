import { Link, type LinkProps } from '@tanstack/react-router';
import { Breadcrumb } from 'antd';

interface CrumbsProps {
  readonly trail: readonly { readonly to: LinkProps['to']; readonly label: string }[];
  readonly here?: string;
}

/** The way back; the page itself stands last. */
export const Crumbs = ({ trail, here }: CrumbsProps) => (
  <Breadcrumb
    className="crumb"
    items={[
      ...trail.map(({ to, label }) => ({ key: label, title: <Link to={to}>{label}</Link> })),
      ...(here === undefined ? [] : [{ key: here, title: here }]),
    ]}
  />
);
