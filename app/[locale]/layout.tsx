import '../globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ClientNavigation } from '@/components/chrome/client-navigation';
import { Document } from '@/components/chrome/document';
import { SiteFooter } from '@/components/chrome/site-footer';
import { SiteHeader } from '@/components/chrome/site-header';
import { siteMetadata, siteViewport } from '@/components/chrome/site-metadata';
import { OfflineStart } from '@/components/offline/offline-start';
import { StorageNotice } from '@/components/progress/storage-notice';
import { getSite } from '@/lib/content/load';
import { isLocale, locales } from '@/lib/i18n/locale';

type Props = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

export const dynamicParams = false;
export const viewport: Viewport = siteViewport;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? siteMetadata(locale) : {};
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const site = getSite();
  return (
    <Document locale={locale}>
      <SiteHeader locale={locale} />
      {children}
      <SiteFooter locale={locale} />
      <StorageNotice locale={locale} aliases={site.aliases} retiredSteps={site.retiredSteps} />
      <OfflineStart locale={locale} />
      <ClientNavigation />
    </Document>
  );
}
