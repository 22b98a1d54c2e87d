import '../globals.css';
import type { ReactNode } from 'react';
import { Document } from '@/components/chrome/document';
import { siteMetadata, siteViewport } from '@/components/chrome/site-metadata';

export const metadata = siteMetadata('en');
export const viewport = siteViewport;

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <Document locale="en">{children}</Document>;
}
