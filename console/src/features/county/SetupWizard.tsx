import { SETUP_STEPS, type SetupStep, type SetupView } from '@liandong/shared/county-set-up';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api/query';
import { AccountsStep } from './AccountsStep';
import { CheckStep } from './CheckStep';
import { CountyStep } from './CountyStep';
import { RegisterStep } from './RegisterStep';
import { RulesStep } from './RulesStep';

interface Props {
  toWorkbook: () => void;
}
export interface StepProps extends Props {
  setup: SetupView;
  goTo: (step: SetupStep) => void;
}

const STEPS: Record<SetupStep, (props: StepProps) => React.ReactNode> = {
  county: (props) => <CountyStep {...props} />,
  townships: (props) => <RegisterStep of="townships" {...props} />,
  teams: (props) => <RegisterStep of="teams" {...props} />,
  people: (props) => <RegisterStep of="people" {...props} />,
  rules: (props) => <RulesStep {...props} />,
  accounts: (props) => <AccountsStep {...props} />,
  check: (props) => <CheckStep {...props} />,
};

/** The steps with what is done of each; the first that is not is shown. */
export function SetupWizard({ toWorkbook }: Props) {
  const { t } = useTranslation('county');
  const { data, isError } = useAnswer('getSetup', undefined, { staleTime: 0 });
  const [search, setSearch] = useSearchParams();
  if (!data) return <p role="status">{t(isError ? 'failed' : 'loading')}</p>;
  const isDone = (step: SetupStep): boolean => data.steps.some((each) => each.step === step && each.done);
  const wanted = SETUP_STEPS.find((step) => step === search.get('step'));
  const shown = wanted ?? SETUP_STEPS.find((step) => !isDone(step)) ?? 'check';
  const goTo = (step: SetupStep): void => setSearch({ tab: 'setUp', step });
  return (
    <div className="setup">
      <ol className="setup-steps">
        {SETUP_STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className="btn"
              aria-current={step === shown ? 'step' : undefined}
              data-testid={`step-${step}`}
              onClick={() => goTo(step)}
            >
              <span>
                {index + 1} {t(`step.${step}`)}
              </span>
              <span className="quiet">{isDone(step) ? `✓ ${t('done')}` : `○ ${t('open')}`}</span>
            </button>
          </li>
        ))}
      </ol>
      <section className="setup-body" aria-label={t(`step.${shown}`)}>
        <h2>{t(`step.${shown}`)}</h2>
        {STEPS[shown]({ setup: data, goTo, toWorkbook })}
      </section>
    </div>
  );
}
