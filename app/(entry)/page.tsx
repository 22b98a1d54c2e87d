import { LanguageDoor } from '@/components/chrome/language-door';

export default function Page() {
  return <LanguageDoor />;
}
