import { useTranslation } from 'react-i18next';
import { FieldScreen } from './FieldScreen';
import { SignIn } from './SignIn';
import { useSession } from './session';

/** The team leader's app: sign in, then the orders. */
export function FieldApp() {
  const { t } = useTranslation('field');
  const { me, signIn, signOut } = useSession();
  if (me === undefined) {
    return (
      <main className="field-app centred" aria-busy="true">
        {t('loading')}
      </main>
    );
  }
  if (me === null || me.role !== 'team') return <SignIn signIn={signIn} />;
  return <FieldScreen key={me.username} me={me} signOut={signOut} />;
}
